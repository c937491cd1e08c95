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
