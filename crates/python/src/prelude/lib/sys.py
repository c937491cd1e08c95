# What `sys` tells about the interpreter as tuples with names.


class _Named(tuple):
    def __new__(cls, *values):
        return tuple.__new__(cls, values)

    def __repr__(self):
        values = ', '.join([f'{name}={value!r}' for name, value in zip(self._names, self)])
        return f'{_full_name(type(self))}({values})'

    def __getattr__(self, name):
        for known, value in zip(self._names, self):
            if known == name:
                return value
        raise AttributeError(f"'{_full_name(type(self))}' object has no attribute '{name}'")


def _full_name(kind):
    return kind.__name__ if kind.__module__ == 'builtins' else f'{kind.__module__}.{kind.__name__}'


def _named(kind, names, *values):
    names = tuple(names.split())
    made = type(kind, (_Named,), {'_names': names, '__module__': 'sys', '__match_args__': names,
                                  'n_fields': len(names), 'n_sequence_fields': len(names), 'n_unnamed_fields': 0})
    only = made(*values)

    def refused(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'sys.{kind}' instances")
    made.__new__ = refused
    return only


version_info = _named('version_info', 'major minor micro releaselevel serial', 3, 14, 2, 'final', 0)
flags = _named('flags', 'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment '
               'verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding '
               'safe_path int_max_str_digits gil thread_inherit_context context_aware_warnings',
               0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, False, 1, 0, False, 4300, 1, 0, 0)
float_info = _named('float_info', 'max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds',
                    1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                    2.220446049250313e-16, 2, 1)
int_info = _named('int_info', 'bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold',
                  30, 4, 4300, 640)
hash_info = _named('hash_info', 'width modulus inf nan imag algorithm hash_bits seed_bits cutoff',
                   64, 2305843009213693951, 314159, 0, 1000003, 'siphash13', 64, 128, 0)
thread_info = _named('thread_info', 'name lock version', 'pthread', 'semaphore', None)


class _asyncgen_hooks_class(_Named):
    __qualname__ = 'asyncgen_hooks'
    __module__ = 'builtins'
    _names = 'firstiter', 'finalizer'


_asyncgen_hooks_class.__name__ = 'asyncgen_hooks'
_read_asyncgen_hooks = _asyncgen_hooks


def get_asyncgen_hooks():
    return _asyncgen_hooks_class(*_read_asyncgen_hooks())


def getswitchinterval():
    return 0.005


def setswitchinterval(interval, /):
    if not hasattr(interval, '__float__') and not hasattr(interval, '__index__'):
        raise TypeError(f'must be real number, not {type(interval).__name__}')
    if interval <= 0:
        raise ValueError('switch interval must be strictly positive')


def getallocatedblocks():
    return 0


def settrace(function):
    if function is not None:
        raise NotImplementedError('sys.settrace() is not supported: Loopglass records each line itself')


def setprofile(function):
    if function is not None:
        raise NotImplementedError('sys.setprofile() is not supported: Loopglass records each call itself')


def displayhook(value):
    if value is not None:
        import builtins
        builtins._ = None
        print(repr(value))
        builtins._ = value


def getfilesystemencoding():
    return 'utf-8'


def audit(event, *args):
    pass


class _Input:
    # What stands at the standard input: nothing.
    name, mode, encoding, errors, closed = '<stdin>', 'r', 'utf-8', 'strict', False
    line_buffering, newlines = False, None

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"

    def read(self, size=-1, /):
        return ''

    def readline(self, size=-1, /):
        return ''

    def readlines(self, hint=-1, /):
        return []

    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def readable(self):
        return True

    def writable(self):
        return False


_Input.__name__ = _Input.__qualname__ = 'TextIOWrapper'
_Input.__module__ = '_io'
stdin = __stdin__ = _Input()


def __getattr__(name):
    if name == 'implementation':
        from types import SimpleNamespace
        found = SimpleNamespace(name='cpython', cache_tag='cpython-314', version=version_info, hexversion=0x030e02f0,
                                supports_isolated_interpreters=True)
    elif name == 'stdlib_module_names':
        from _stdlib_names import NAMES
        found = frozenset(NAMES.split())
    else:
        raise AttributeError(f"module 'sys' has no attribute {name!r}", name=name)
    globals()[name] = found
    return found


builtin_module_names = ('builtins', 'sys', 'time')
orig_argv = argv
api_version = 1013
float_repr_style = 'short'
platlibdir = 'lib'
base_prefix = exec_prefix = base_exec_prefix = prefix
dont_write_bytecode = False
__stdout__, __stderr__ = stdout, stderr


def unraisablehook(unraisable, /):
    if not isinstance(unraisable, UnraisableHookArgs):
        raise TypeError('sys.unraisablehook argument type must be UnraisableHookArgs')
    from traceback import extract_tb, format_exception_only
    said = unraisable.err_msg or 'Exception ignored in'
    shown = '' if unraisable.object is None else f' {unraisable.object!r}'
    text = f'{said}:{shown}\n'
    # Neither carets nor what led to the exception.
    frames = extract_tb(unraisable.exc_traceback)
    if frames:
        text += 'Traceback (most recent call last):\n'
        for frame in frames:
            text += f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
            text += f'    {frame.line}\n' if frame.line else ''
    stderr.write(text + format_exception_only(unraisable.exc_value)[0])


class UnraisableHookArgs:
    def __init__(self, exc_type, exc_value, exc_traceback, err_msg, object):
        self.exc_type, self.exc_value, self.exc_traceback = exc_type, exc_value, exc_traceback
        self.err_msg, self.object = err_msg, object


def _call_unraisablehook(exception, said):
    unraisablehook(UnraisableHookArgs(type(exception), exception, exception.__traceback__, said, None))


__unraisablehook__, __displayhook__ = unraisablehook, displayhook
