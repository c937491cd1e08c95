"""Which loop runs, which is set, how one is made, and the policies (deprecated) that may decide it."""

from _asyncio import (Handle, TimerHandle, _get_running_loop, _get_set_loop, _set_running_loop, _thread_name,
                      get_running_loop)
from _asyncio import set_event_loop as _set_loop

_c_get_running_loop = _py_get_running_loop = get_running_loop
_c__get_running_loop = _py__get_running_loop = _get_running_loop
_c__set_running_loop = _py__set_running_loop = _set_running_loop

__all__ = ('AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle', 'get_event_loop_policy',
           'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop', '_set_running_loop',
           'get_running_loop', '_get_running_loop')


def _left_to_others(name, owner='AbstractEventLoop'):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f'{owner}.{name}'
    return method


def _awaited_from_others(name, owner='AbstractEventLoop'):
    async def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f'{owner}.{name}'
    return method


class AbstractEventLoop:
    """What every loop derives from. Each method is for the loop itself to define."""

    for _name in ('run_forever run_until_complete stop is_running is_closed close _timer_handle_cancelled call_soon '
                  'call_later call_at time create_future create_task call_soon_threadsafe run_in_executor '
                  'set_default_executor add_reader remove_reader add_writer remove_writer add_signal_handler '
                  'remove_signal_handler set_task_factory get_task_factory get_exception_handler '
                  'set_exception_handler default_exception_handler call_exception_handler get_debug '
                  'set_debug').split():
        locals()[_name] = _left_to_others(_name)
    for _name in ('shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection '
                  'create_server start_tls sendfile create_unix_connection create_unix_server '
                  'connect_accepted_socket create_datagram_endpoint connect_read_pipe connect_write_pipe '
                  'subprocess_shell subprocess_exec sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into '
                  'sock_sendall sock_sendto sock_connect sock_accept sock_sendfile').split():
        locals()[_name] = _awaited_from_others(_name)
    del _name


class AbstractServer:
    """What a server would derive from."""

    for _name in 'close close_clients abort_clients get_loop is_serving'.split():
        locals()[_name] = _left_to_others(_name, 'AbstractServer')
    for _name in 'start_serving serve_forever wait_closed'.split():
        locals()[_name] = _awaited_from_others(_name, 'AbstractServer')
    del _name

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class _AbstractEventLoopPolicy:
    """How a script decides which loop is current and what kind is made."""

    def get_event_loop(self):
        """The current loop."""
        raise NotImplementedError

    def set_event_loop(self, loop):
        """Makes a loop the current one."""
        raise NotImplementedError

    def new_event_loop(self):
        """Makes a loop."""
        raise NotImplementedError


class _BaseDefaultEventLoopPolicy(_AbstractEventLoopPolicy):
    """A policy with one loop to a thread, made by what the policy calls its loop factory."""

    _loop_factory = None

    def get_event_loop(self):
        loop = _get_set_loop()
        if loop is None:
            raise RuntimeError(f'There is no current event loop in thread {_thread_name()!r}.')
        return loop

    def set_event_loop(self, loop):
        if not (loop is None or isinstance(loop, AbstractEventLoop)):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        _set_loop(loop)

    def new_event_loop(self):
        return self._loop_factory()


class _DefaultEventLoopPolicy(_BaseDefaultEventLoopPolicy):
    """The policy in force where the script sets none."""

    @property
    def _loop_factory(self):
        from .base_events import EventLoop
        return EventLoop


_DefaultEventLoopPolicy.__qualname__ = _DefaultEventLoopPolicy.__name__ = '_UnixDefaultEventLoopPolicy'
_DefaultEventLoopPolicy.__module__ = 'asyncio.unix_events'
_policy = _DefaultEventLoopPolicy()


def _deprecated(name):
    from warnings import warn
    warn(f"'asyncio.{name}' is deprecated and slated for removal in Python 3.16", DeprecationWarning)


def _deprecated_policy(name):
    """A policy class that the package still gives under its old name."""
    _deprecated(name)
    return _AbstractEventLoopPolicy if name == 'AbstractEventLoopPolicy' else _DefaultEventLoopPolicy


def _get_event_loop_policy():
    return _policy


def get_event_loop_policy():
    """The policy in force. (Deprecated.)"""
    _deprecated('get_event_loop_policy')
    return _policy


def set_event_loop_policy(policy):
    """Puts a policy in force; None for the default one. (Deprecated.)"""
    _deprecated('set_event_loop_policy')
    _set_event_loop_policy(policy)


def _set_event_loop_policy(policy):
    global _policy
    if policy is None:
        policy = _DefaultEventLoopPolicy()
    elif not isinstance(policy, _AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "
                        f"not '{type(policy).__name__}'")
    if policy is not _policy:
        # Each policy has a loop of its own that was set.
        if isinstance(_policy, _BaseDefaultEventLoopPolicy):
            _policy._set_before = _get_set_loop()
        _set_loop(getattr(policy, '_set_before', None))
    _policy = policy


def get_event_loop():
    """The running loop, else the one that was set."""
    running = _get_running_loop()
    return _policy.get_event_loop() if running is None else running


_c_get_event_loop = _py_get_event_loop = get_event_loop


def set_event_loop(loop):
    """Makes a loop the current one while none runs."""
    _policy.set_event_loop(loop)


def new_event_loop():
    """A new event loop."""
    return _policy.new_event_loop()
