"""What needs a real operating system, said plainly: who calls it learns what to use instead."""

_REASONS = {
    'network': ('a network', 'use asyncio.sleep() to stand for the waiting and asyncio.Queue to stand for a connection'),
    'program': ('other programs', 'use asyncio.sleep() to stand for the waiting'),
    'file': ('files of the operating system', 'use asyncio.Event or loop.call_later() to stand for what becomes ready'),
}

NETWORK = ('create_connection', 'create_server', 'create_datagram_endpoint', 'create_unix_connection',
           'create_unix_server', 'connect_accepted_socket', 'start_tls', 'sendfile', 'getaddrinfo', 'getnameinfo',
           'sock_accept', 'sock_connect', 'sock_recv', 'sock_recv_into', 'sock_recvfrom', 'sock_recvfrom_into',
           'sock_sendall', 'sock_sendfile', 'sock_sendto')
PROGRAMS = ('subprocess_exec', 'subprocess_shell')
PIPES = ('connect_read_pipe', 'connect_write_pipe')


def error(name, reason):
    """The exception that says so."""
    what, instead = _REASONS[reason]
    return NotImplementedError(f'{name}() needs {what}, and Loopglass has none; {instead}')


def coroutine_function(name, reason, label=None):
    """A coroutine function that only says so."""

    async def refuse(*args, **kwargs):
        raise error(label or name, reason)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


def function(name, reason, label=None):
    """A function that only says so."""

    def refuse(*args, **kwargs):
        raise error(label or name, reason)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


def fill_loop(loop_class):
    """Gives a loop class the methods that it cannot have."""
    for names, reason in ((NETWORK, 'network'), (PROGRAMS, 'program'), (PIPES, 'file')):
        for name in names:
            setattr(loop_class, name, coroutine_function(name, reason, f'loop.{name}'))
    for name in ('add_reader', 'add_writer'):
        setattr(loop_class, name, function(name, 'file', f'loop.{name}'))
    for name in ('remove_reader', 'remove_writer'):
        # Nothing was ever added.
        setattr(loop_class, name, lambda self, what: False)
