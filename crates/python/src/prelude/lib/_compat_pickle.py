# Modules and names that Python 2 knew otherwise.

NAME_MAPPING = {
    ('builtins', 'range'): ('__builtin__', 'xrange'), ('builtins', 'int'): ('__builtin__', 'long'),
    ('builtins', 'str'): ('__builtin__', 'unicode'), ('builtins', 'chr'): ('__builtin__', 'unichr'),
    ('builtins', 'filter'): ('itertools', 'ifilter'), ('builtins', 'map'): ('itertools', 'imap'),
    ('builtins', 'zip'): ('itertools', 'izip'), ('functools', 'reduce'): ('__builtin__', 'reduce'),
    ('sys', 'intern'): ('__builtin__', 'intern'), ('itertools', 'zip_longest'): ('itertools', 'izip_longest'),
    ('itertools', 'filterfalse'): ('itertools', 'ifilterfalse'), ('collections', 'UserDict'): ('UserDict', 'IterableUserDict'),
    ('collections', 'UserList'): ('UserList', 'UserList'), ('collections', 'UserString'): ('UserString', 'UserString'),
}

IMPORT_MAPPING = {
    'builtins': '__builtin__', 'copyreg': 'copy_reg', 'queue': 'Queue', 'configparser': 'ConfigParser',
    'itertools': 'itertools', 'functools': 'functools', '_functools': '_functools',
}
