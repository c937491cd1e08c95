# Enumerations: a metaclass whose namespace notes the members in their order.

from _build import caller_globals as _caller_globals
from _enum_names import is_descriptor as _is_descriptor, is_dunder as _is_dunder, is_private as _is_private, \
    is_sunder as _is_sunder
from _enum_globals import (bin, global_enum, global_enum_repr, global_flag_repr, global_str, pickle_by_enum_name,
                           pickle_by_global_name, show_flag_values)
from types import DynamicClassAttribute

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT',
           'KEEP', 'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

_builtin_property = property
_unset = object()


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._auto_called = False

    @_builtin_property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key == '_ignore_':
                self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            elif key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key not in ('_order_', '_missing_', '_numeric_repr_', '_iter_member_', '_iter_member_by_value_',
                             '_iter_member_by_def_', '_add_alias_', '_add_value_alias_', '_use_args_',
                             '_member_names_', '_member_map_', '_value2member_map_', '_unhashable_values_',
                             '_member_type_', '_value_repr_', '_boundary_', '_flag_mask_', '_singles_mask_', '_all_bits_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        elif _is_dunder(key):
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and (_is_descriptor(value) or self._is_inner_class(value)):
            pass
        else:
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._resolved(key, value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _is_inner_class(self, value):
        return isinstance(value, type) and self._cls_name is not None and value.__qualname__.endswith(
            f'{self._cls_name}.{value.__name__}')

    def _resolved(self, key, value):
        parts = value if isinstance(value, tuple) else (value,)
        if not any([isinstance(one, auto) for one in parts]):
            self._last_values.append(value)
            return value
        found = []
        for one in parts:
            if isinstance(one, auto):
                if one.value is _unset:
                    self._auto_called = True
                    one.value = self._generate(key, 1, len(self._member_names), self._last_values[:])
                one = one.value
                self._last_values.append(one)
            found.append(one)
        if parts is not value:
            return found[0]
        return type(value)(*found) if hasattr(value, '_fields') else type(value)(found)

    def update(self, members=(), **more):
        for key, value in dict(members, **more).items():
            self[key] = value


class property(DynamicClassAttribute):
    # An attribute of members that does not hide a member of the same name.
    name = None

    def __set_name__(self, owner, name):
        self.name = name
        self.owner = owner

    def __get__(self, instance, owner=None):
        if instance is None:
            found = owner.__dict__.get('_member_map_', {}).get(self.name)
            if found is not None:
                return found
            raise AttributeError(f'{owner!r} has no attribute {self.name!r}')
        if self.fget is None:
            raise AttributeError(f'{owner!r} has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.owner.__name__!r}> cannot set attribute {self.name!r}")
        self.fset(instance, value)

    def setter(self, function):
        self.fset = function
        return self


Enum = Flag = ReprEnum = None


def _data_type(bases):
    # The class besides Enum that gives the values, and the first enumeration among the bases.
    first = bases[-1] if bases else Enum
    found = object
    for base in bases:
        for one in base.__mro__:
            if one is object or isinstance(one, EnumType):
                if isinstance(one, EnumType) and one.__dict__.get('_member_type_', object) is not object:
                    found = one._member_type_
                    break
                continue
            if '__new__' in one.__dict__ or '__dataclass_fields__' in one.__dict__:
                found = one if isinstance(base, EnumType) else base
                break
        if found is not object:
            break
    return found, first


# The enumerations whose members are being made.
_in_progress = []


def _data_repr(bases):
    # How the class that gives the values writes them, or None.
    for base in bases:
        for one in base.__mro__:
            if one is object:
                continue
            if isinstance(one, EnumType):
                return one.__dict__.get('_value_repr_')
            if '__repr__' in one.__dict__:
                parameters = one.__dict__.get('__dataclass_params__')
                if parameters is not None and parameters.repr:
                    return _dataclass_repr
                return one.__dict__['__repr__']
    return None


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ', '.join([f'{name}={getattr(self, name)!r}' for name in fields if fields[name].repr])


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = EnumDict(cls)
        if bases:
            if not isinstance(bases[-1], EnumType):
                raise TypeError('new enumerations should be created as '
                                '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
            for base in bases:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
            for base in reversed(bases):
                if isinstance(base, EnumType):
                    namespace._generate = base._generate_next_value_
                    break
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            return super().__new__(metacls, cls, bases, dict(classdict))
        names = list(classdict._member_names)
        values = {name: classdict[name] for name in names}
        body = {key: value for key, value in classdict.items() if key not in values and key != '_ignore_'}
        for name in classdict._ignore:
            body.pop(name, None)
        if wrong := [name for name in ('mro', '') if name in values]:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(name) for name in wrong])}")
        order = body.pop('_order_', None)
        if '_generate_next_value_' in body and not isinstance(body['_generate_next_value_'], staticmethod):
            body['_generate_next_value_'] = staticmethod(body['_generate_next_value_'])
        member_type, first_enum = _data_type(bases)
        own_new = body.get('__new__')
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = member_type
        if own_new is not None:
            body['__new_member__'] = own_new.__func__ if isinstance(own_new, staticmethod) else own_new
            body['__new__'] = Enum.__new__
        if Flag is not None and any([issubclass(base, Flag) for base in bases if isinstance(base, type)]):
            body['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
            body['_flag_mask_'] = 0
            body['_singles_mask_'] = 0
            body['_all_bits_'] = 0
        enum_class = super().__new__(metacls, cls, bases, body, **kwds)
        new = own_new
        if isinstance(new, staticmethod):
            new = new.__func__
        if new is None:
            new = getattr(enum_class, '__new_member__', None)
            if new is None or new is object.__new__:
                new = member_type.__new__
        use_args = new is not object.__new__
        is_flag = Flag is not None and issubclass(enum_class, Flag)
        enum_class._new_member_, enum_class._use_args_ = staticmethod(new), use_args
        enum_class._value_repr_ = staticmethod(text) if (text := _data_repr(bases)) is not None else None
        _in_progress.append(enum_class)
        try:
            for name in names:
                _add_member(enum_class, name, values[name], new, use_args, member_type, is_flag)
        finally:
            _in_progress.pop()
        if is_flag and member_type is not object:
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in body and (own := getattr(Flag, name, None)) is not None:
                    type.__setattr__(enum_class, name, own)
        _pick_texts(enum_class, body, member_type)
        enum_class.__new__ = Enum.__new__
        if is_flag:
            singles = [one for one in enum_class._member_map_.values()
                       if one._value_ > 0 and one._value_ & (one._value_ - 1) == 0]
            ordered = [one._value_ for one in singles]
            kept = [name for name in enum_class._member_names_
                    if enum_class._member_map_[name] in singles]
            enum_class._member_names_ = kept
            enum_class._by_value_ = ordered == sorted(ordered)
        if order is not None:
            wanted = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            made = enum_class._member_map_
            wanted = [name for name in wanted if name not in made or name in enum_class._member_names_]
            if wanted != enum_class._member_names_:
                raise TypeError('member order does not match _order_:\n'
                                f'  {enum_class._member_names_!r}\n  {wanted!r}')
        return enum_class

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value=_unset, names=_unset, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_:
            if names is not _unset:
                value = (value, names) + values
            if value is _unset:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls.__new__(cls, value)
        if names is _unset and type is None:
            raise TypeError(f'{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum')
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if names is _unset or names is None:
            names = ()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            listed, names = names, []
            last = []
            for count, name in enumerate(listed):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names.items() if hasattr(names, 'items') else names:
            name, value = item
            classdict[name] = value
        if module is None:
            module = _caller_globals().get('__name__', '__main__')
        classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value), cls)
            except ValueError:
                pass
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'

    def __dir__(cls):
        listed = ['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__',
                  '__members__', '__module__', '__name__', '__qualname__']
        typical = [] if cls._member_type_ is object else dir(cls._member_type_)
        return sorted({*listed, *cls._member_names_, *typical})


EnumMeta = EnumType


def _add_member(enum_class, name, value, new, use_args, member_type, is_flag):
    args = value if isinstance(value, tuple) else (value,)
    if member_type is tuple:
        args = (args,)
    if not use_args:
        made = new(enum_class)
    else:
        made = new(enum_class, *args)
    if '_value_' not in made.__dict__:
        if member_type is object:
            made._value_ = value
        else:
            try:
                made._value_ = member_type(*args)
            except Exception as error:
                raise TypeError('_value_ not set in __new__, unable to create it') from error
    value = made._value_
    made._name_ = name
    made.__objclass__ = enum_class
    init = enum_class.__init__
    if init is not Enum.__init__ and '__init__' in _names_before_enum(enum_class):
        made.__init__(*args)
        value = made._value_
    made._sort_order_ = len(enum_class._member_names_)
    alias = None
    for other in enum_class._member_map_.values():
        if other._value_ == value:
            alias = other
            break
    if alias is not None:
        made = alias
    else:
        enum_class._member_names_.append(name)
    if is_flag and isinstance(value, int):
        enum_class._flag_mask_ |= value
        if value > 0 and value & (value - 1) == 0:
            enum_class._singles_mask_ |= value
        enum_class._all_bits_ = 2 ** enum_class._flag_mask_.bit_length() - 1
    enum_class._member_map_[name] = made
    found = None
    for base in enum_class.__mro__[1:]:
        if name in base.__dict__:
            found = base.__dict__[name]
            break
    if not isinstance(found, property):
        type.__setattr__(enum_class, name, made)
    try:
        enum_class._value2member_map_.setdefault(value, made)
    except TypeError:
        enum_class._unhashable_values_.append(value)


def _names_before_enum(enum_class):
    names = set()
    for base in enum_class.__mro__:
        if base is Enum or base is object:
            break
        if base in (int, str, float, tuple, bytes, list, dict):
            continue
        names.update(base.__dict__)
    return names


def _pick_texts(enum_class, body, member_type):
    # A mixed-in class with texts of its own gives way to Enum's, except for ReprEnum.
    if member_type is object or ReprEnum is None:
        return
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if name in body:
            continue
        found = getattr(enum_class, name)
        if name in ('__str__', '__format__') and issubclass(enum_class, ReprEnum):
            if found is getattr(Enum, name) or Flag is not None and found is getattr(Flag, name):
                text = getattr(member_type, name)
                if name == '__str__' and '__str__' not in member_type.__dict__:
                    text = member_type.__repr__
                type.__setattr__(enum_class, name, text)
            continue
        if found is getattr(member_type, name, None) or found is getattr(object, name, None):
            type.__setattr__(enum_class, name, getattr(_first_enum_with(enum_class, name), name))


def _first_enum_with(enum_class, name):
    for base in enum_class.__mro__[1:]:
        if isinstance(base, EnumType) and name in base.__dict__:
            return base
    return Enum


class Enum(metaclass=EnumType):
    _member_names_ = []
    _member_map_ = {}

    @classmethod
    def __signature__(cls):
        if cls._member_map_:
            return '(*values)'
        return '(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)'

    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object
    _value_repr_ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            pass
        for one in cls._member_map_.values():
            if one._value_ == value:
                return one
        if not cls._member_map_:
            if any([cls is one for one in _in_progress]):
                raise TypeError('do not use `super().__new__; call the appropriate __new__ directly')
            raise TypeError(f'{cls!r} has no members defined')
        try:
            result = cls._missing_(value)
        except Exception as error:
            wrong = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if type(error) is ValueError and str(error) == str(wrong):
                raise
            error.__context__ = wrong
            raise
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and isinstance(result, int) and cls._boundary_ is EJECT:
            return result
        if result is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        raise TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError(f'unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        known = self.__class__._member_map_.get(name, self)
        if known is not self:
            raise NameError(f'{name!r} is already bound: {known!r}')
        self.__class__._member_map_[name] = self
        type.__setattr__(self.__class__, name, self)

    def _add_value_alias_(self, value):
        known = self.__class__._value2member_map_.get(value, self)
        if known is not self:
            raise ValueError(f'{value!r} is already bound: {known!r}')
        self.__class__._value2member_map_[value] = self

    def __repr__(self):
        kind = type(self)
        show = kind._value_repr_ or repr
        return f'<{kind.__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __dir__(self):
        found = set(object.__dir__(self)) if self._member_type_ is not object else set()
        members = self._member_map_
        found.update([name for name in self.__dict__ if name[0] != '_' and name not in members])
        for base in type(self).__mro__:
            for name, value in base.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in members or isinstance(value, property) and value.fget is not None:
                    found.add(name)
                elif isinstance(value, property):
                    found.discard(name)
        return sorted(found | {'__class__', '__doc__', '__eq__', '__hash__', '__module__'})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        for name, one in zip(('encoding', 'errors'), values[1:]):
            if not isinstance(one, str):
                raise TypeError(f'{name} must be a string, not {one!r}')
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _boundary_ = STRICT
    _flag_mask_ = 0
    _singles_mask_ = 0
    _all_bits_ = 0
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** (max(last_values).bit_length())

    @classmethod
    def _iterbin(cls, value):
        bit = 1
        while bit <= value:
            if value & bit:
                yield bit
            bit <<= 1

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n'
                                 f'  allowed {bin(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
        if value < 0:
            value += all_bits + 1
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        unknown = value & ~mask
        names = [one._name_ for one in cls if one._value_ & value]
        if not names:
            made._name_ = None
        else:
            if unknown and cls._boundary_ is KEEP:
                names.append(str(unknown))
            made._name_ = '|'.join(names)
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f'unsupported operand type(s) for \'in\': {type(other).__qualname__!r} and '
                            f'{self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        cls = self.__class__
        found = [cls._value2member_map_[bit] for bit in cls._iterbin(self._value_ & cls._flag_mask_)]
        if not cls._by_value_:
            found.sort(key=lambda member: member._sort_order_)
        yield from found

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'<{name}: {self._value_!r}>'
        return f'<{name}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'{name}({self._value_!r})'
        return f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._other(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


IntFlag._boundary_ = KEEP


def unique(enumeration):
    duplicates = [(name, one.name) for name, one in enumeration.__members__.items() if name != one.name]
    if duplicates:
        listed = ', '.join([f'{alias} -> {name}' for alias, name in duplicates])
        raise ValueError(f'duplicate values found in {enumeration!r}: {listed}')
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(name, one.name) for name, one in enumeration.__members__.items() if name != one.name]
                if duplicates:
                    listed = ', '.join([f'{alias} -> {name}' for alias, name in duplicates])
                    raise ValueError(f'aliases found in {enumeration!r}: {listed}')
            elif check is CONTINUOUS:
                from _enum_checks import continuous
                continuous(enumeration, {one.value for one in enumeration})
            elif check is NAMED_FLAGS:
                from _enum_checks import named_flags
                named_flags(enumeration)
        return enumeration


def _make_class_unpicklable(obj):
    def refuse(self, proto):
        raise TypeError(f'{self!r} cannot be pickled')
    if isinstance(obj, dict):
        obj['__reduce_ex__'], obj['__module__'] = refuse, '<unknown>'
    else:
        type.__setattr__(obj, '__reduce_ex__', refuse)
        type.__setattr__(obj, '__module__', '<unknown>')
