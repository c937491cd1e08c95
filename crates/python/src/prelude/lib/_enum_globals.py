# Members of enumerations as names of their module, and how they are shown then; numbers in binary with their sign.

import builtins as _builtins
import sys as _sys

__all__ = ['bin', 'global_enum', 'global_enum_repr', 'global_flag_repr', 'global_str', 'pickle_by_enum_name',
           'pickle_by_global_name', 'show_flag_values']


def bin(num, max_bits=None):
    width = max(num.bit_length(), max_bits or 0)
    digits = _builtins.bin(num + (2 << width))[4:] if num >= 0 else _builtins.bin(num + (1 << width))[2:].zfill(width)
    return f"0b{'01'[num < 0]} {digits[-width:] if width else ''}"


def show_flag_values(value):
    return [1 << bit for bit in range(value.bit_length()) if value >> bit & 1]


def _module(self):
    return self.__class__.__module__.rpartition('.')[2]


def global_enum_repr(self):
    return f'{_module(self)}.{self._name_}'


def global_flag_repr(self):
    cls = self.__class__.__name__
    if self._name_ is None:
        return f'{_module(self)}.{cls}({self._value_!r})'
    return '|'.join([name if name[0].isdigit() else f'{_module(self)}.{name}' for name in self._name_.split('|')])


def global_str(self):
    return f'{self.__class__.__name__}({self._value_!r})' if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    from enum import Flag, ReprEnum
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    _sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


for _name in __all__:
    globals()[_name].__module__ = 'enum'
