# A mock in place of `open`.

from io import BytesIO, StringIO

from .mock import DEFAULT, MagicMock

_FILE = ['__class__', '__del__', '__enter__', '__exit__', '__iter__', '__next__', 'buffer', 'close', 'closed',
         'detach', 'encoding', 'errors', 'fileno', 'flush', 'getbuffer', 'getvalue', 'isatty', 'line_buffering',
         'mode', 'name', 'newlines', 'read', 'read1', 'readable', 'readinto', 'readinto1', 'readline', 'readlines',
         'reconfigure', 'seek', 'seekable', 'tell', 'truncate', 'writable', 'write', 'write_through', 'writelines']
_OPEN = ['__call__', '__class__', '__name__', '__self__']


def mock_open(mock=None, read_data=''):
    def fresh():
        return BytesIO(read_data) if isinstance(read_data, bytes) else StringIO(read_data)
    data = fresh()
    handle = MagicMock(spec=_FILE)

    def answer(method):
        def effect(*args, **kwargs):
            given = getattr(handle, method).return_value
            return getattr(data, method)(*args, **kwargs) if given is None else given
        return effect

    def lines():
        if handle.readline.return_value is not None:
            while True:
                yield handle.readline.return_value
        yield from data

    def next_line():
        if handle.readline.return_value is not None:
            return handle.readline.return_value
        return next(data)

    def leave(kind, error, traceback):
        handle.close()

    def opened(*args, **kwargs):
        nonlocal data
        data = fresh()
        return DEFAULT
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    for method in ('read', 'readline', 'readlines'):
        getattr(handle, method).return_value = None
        getattr(handle, method).side_effect = answer(method)
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = next_line
    handle.__exit__.side_effect = leave
    if mock is None:
        mock = MagicMock(name='open', spec=_OPEN)
    mock.side_effect, mock.return_value = opened, handle
    return mock
