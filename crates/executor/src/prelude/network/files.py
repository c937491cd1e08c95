"""A socket as a file."""

import io as _io


class SocketIO(_io.RawIOBase):
    """Reads from a socket and writes to it, without a buffer."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError(f'invalid mode: {mode!r}')
        super().__init__()
        self._sock = sock
        self._mode = mode if 'b' in mode else mode + 'b'
        self._reading, self._writing = 'r' in mode, 'w' in mode
        self._timeout_occurred = False

    def _checked(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')

    def readinto(self, b):
        """Reads into a buffer; gives the number of bytes."""
        self._checked()
        if not self._reading:
            raise _io.UnsupportedOperation('File or stream is not readable.')
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except TimeoutError:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        """Writes; gives the number of bytes that were taken."""
        self._checked()
        if not self._writing:
            raise _io.UnsupportedOperation('File or stream is not writable.')
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        """Whether it can be read from."""
        self._checked()
        return self._reading

    def writable(self):
        """Whether it can be written to."""
        self._checked()
        return self._writing

    def seekable(self):
        """A stream goes one way."""
        self._checked()
        return False

    def fileno(self):
        """The descriptor of the socket."""
        self._checked()
        return self._sock.fileno()

    @property
    def name(self):
        """The same; -1 once it is closed."""
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        """How it was opened."""
        return self._mode

    def close(self):
        """Closes the file; the socket goes on."""
        if not self.closed:
            super().close()
            self._sock._decref_socketios()
            self._sock = None
