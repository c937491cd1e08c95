"""The interfaces of transports. None is made here; a script may derive its own from them."""

__all__ = ('BaseTransport', 'ReadTransport', 'WriteTransport', 'Transport', 'DatagramTransport', 'SubprocessTransport')


def _abstract(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    return method


class BaseTransport:
    """What all transports can do."""

    __slots__ = ('_extra',)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """What is known of the connection under a name."""
        return self._extra.get(name, default)


class ReadTransport(BaseTransport):
    """A transport to read from."""

    __slots__ = ()


class WriteTransport(BaseTransport):
    """A transport to write to."""

    __slots__ = ()

    def writelines(self, list_of_data):
        """Writes all of it at once."""
        self.write(b''.join(list_of_data))


class Transport(ReadTransport, WriteTransport):
    """A transport in both directions."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """A transport of datagrams."""

    __slots__ = ('_sock',)


class SubprocessTransport(BaseTransport):
    """A transport to another program."""

    __slots__ = ()


for _class, _names in (
    (BaseTransport, 'is_closing close set_protocol get_protocol'),
    (ReadTransport, 'is_reading pause_reading resume_reading'),
    (WriteTransport, 'set_write_buffer_limits get_write_buffer_size get_write_buffer_limits write write_eof '
                     'can_write_eof abort'),
    (DatagramTransport, 'sendto abort'),
    (SubprocessTransport, 'get_pid get_returncode get_pipe_transport send_signal terminate kill'),
):
    for _name in _names.split():
        setattr(_class, _name, _abstract(_name))


class _FlowControlMixin(Transport):
    """Tells the protocol to stop writing while more than `high` bytes wait, until fewer than `low` do."""

    __slots__ = ('_loop', '_protocol_paused', '_high_water', '_low_water')

    def __init__(self, extra=None, loop=None):
        assert loop is not None
        super().__init__(extra)
        self._loop, self._protocol_paused = loop, False
        self._set_write_buffer_limits()

    def _tell_protocol(self, what, paused):
        self._protocol_paused = paused
        protocol = self._protocol
        try:
            getattr(protocol, what)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as failure:
            context = {'message': f'protocol.{what}() failed', 'exception': failure}
            self._loop.call_exception_handler(context | {'transport': self, 'protocol': protocol})

    def _maybe_pause_protocol(self):
        if self.get_write_buffer_size() > self._high_water and not self._protocol_paused:
            self._tell_protocol('pause_writing', True)

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._tell_protocol('resume_writing', False)

    def get_write_buffer_limits(self):
        """The numbers of bytes at which writing goes on and stops."""
        return self._low_water, self._high_water

    def _set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 65536 if low is None else low * 4
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
        self._low_water, self._high_water = low, high

    def set_write_buffer_limits(self, high=None, low=None):
        """Sets both; one of them follows from the other."""
        self._set_write_buffer_limits(high=high, low=low)
        self._maybe_pause_protocol()

    def get_write_buffer_size(self):
        """How many bytes wait: the transport knows."""
        raise NotImplementedError
