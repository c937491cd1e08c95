# What kind of name, or of value, stands in the body of an enumeration.

from types import BuiltinFunctionType, FunctionType


def is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def is_private(cls_name, name):
    return name.startswith(f'_{cls_name}__') and not name.endswith('__')


def is_descriptor(value):
    kind = type(value)
    if kind in (FunctionType, BuiltinFunctionType) and repr(value).startswith('<built-in function'):
        return False
    return hasattr(kind, '__get__') or hasattr(kind, '__set__') or hasattr(kind, '__delete__')
