"""What a transport tells the script: classes to derive from, whose methods do nothing. No transport is made here,
but a script may call such a protocol itself."""

__all__ = ('BaseProtocol', 'Protocol', 'DatagramProtocol', 'SubprocessProtocol', 'BufferedProtocol')


class BaseProtocol:
    """What all protocols are told."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection, and this is its transport."""

    def connection_lost(self, exc):
        """The connection is no more; None where it ended as it should."""

    def pause_writing(self):
        """The transport holds more than it likes."""

    def resume_writing(self):
        """The transport has room again."""


class Protocol(BaseProtocol):
    """What a stream is told."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes came."""

    def eof_received(self):
        """The other side writes no more; a true answer keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    """What a stream is told that reads into a buffer of the script's."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Where to put what comes."""

    def buffer_updated(self, nbytes):
        """So many bytes were put there."""

    def eof_received(self):
        """The other side writes no more; a true answer keeps the transport open."""


class DatagramProtocol(BaseProtocol):
    """What a datagram endpoint is told."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram came."""

    def error_received(self, exc):
        """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
    """What is told of another program."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """It wrote to a pipe."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe to it was closed."""

    def process_exited(self):
        """It ended."""
