# Enumerations of every kind, and what they refuse.

from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, member, nonmember, verify, CONTINUOUS, EnumMeta, property as eprop
import enum

class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @classmethod
    def _missing_(cls, v):
        if isinstance(v, str):
            for m in cls:
                if m.name.lower() == v.lower():
                    return m
        return None

    def describe(self):
        return f'{self.name} is {self.value}'

    def __str__(self):
        return 'Color ' + self.name.title()

print(list(Color), Color('red'), Color(2), Color['BLUE'], Color.CRIMSON)
print(repr(Color.RED), f'{Color.RED}', f'{Color.RED!r:>20}|')
for bad in ('purple', 7, None):
    try:
        Color(bad)
    except ValueError as e:
        print('ValueError', e)
try:
    Color['X']
except KeyError as e:
    print('KeyError', e)
try:
    Color.X
except AttributeError as e:
    print(e)
try:
    Color.RED = 3
except AttributeError as e:
    print(e)
try:
    Color.RED.value = 2
except AttributeError as e:
    print(e)
print(Color.__members__)
print(Color.RED in Color, 1 in Color, 9 in Color, len(Color))

class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RWX = R | W | X

p = Perm.R | Perm.X
print(p, repr(p), p.value, list(p), Perm.W in p, ~p, p ^ Perm.R, bool(p & Perm.W), Perm(0), Perm.RWX, list(Perm))
try:
    Perm(16)
except ValueError as e:
    print(e)

class Day(StrEnum):
    MON = auto()
    TUE = auto()

print(Day.MON, repr(Day.MON), Day.MON == 'mon', f'{Day.TUE:>6}', Day.MON.upper(), '-'.join(Day))

class Num(IntEnum):
    ONE = 1
    TWO = 2

print(Num.ONE + Num.TWO, Num.ONE < 2, f'{Num.ONE}', repr(Num.TWO), [10, 20, 30][Num.ONE], sorted(Num, reverse=True), Num.ONE.bit_length())

class Bits(IntFlag):
    A = 1
    B = 2
    C = 4

print(Bits.A | 8, repr(Bits(7)), Bits(7) & ~Bits.B, Bits.A + 1, Bits.A | Bits.B)

class Planet(Enum):
    MERCURY = (3.303e+23, 2439700.0)
    EARTH = (5.976e+24, 6378140.0)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.6743e-11 * self.mass / self.radius ** 2

for pl in Planet:
    print(f'{pl.name:10}{pl.gravity:.4f} {pl.value}')
try:

    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:

    class More(Color):
        BLACK = 0
except TypeError as e:
    print(e)

class Auto(Enum):

    def _generate_next_value_(name, start, count, last):
        return name.lower() + str(count)
    A = auto()
    B = auto()

    @nonmember
    class Inner:
        pass

    @member
    def f():
        return 3

print([one.name for one in Auto], Auto.Inner, Auto.f.value())
Animal = Enum('Animal', 'CAT DOG')
print(Animal, list(Animal), Animal.DOG.value, Animal(2), Animal.__module__)
try:

    @verify(CONTINUOUS)
    class G(Enum):
        A = 1
        C = 3
except ValueError as e:
    print(e)

class Op(Enum):
    ADD = ('+', lambda a, b: a + b)
    SUB = ('-', lambda a, b: a - b)

    def __new__(cls, sym, fn):
        o = object.__new__(cls)
        o._value_ = sym
        o.fn = fn
        return o

    def __call__(self, a, b):
        return self.fn(a, b)

print(Op('+')(1, 2), Op.SUB(5, 3), Op.ADD)
print(type(Color), type(Color.RED), isinstance(Color, EnumMeta), Color.RED is Color(1), hash(Color.RED) == hash('RED'))
print(Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: 'r'}[Color.CRIMSON])
try:
    Color.RED < Color.GREEN
except TypeError as e:
    print(e)
match Color.GREEN:
    case Color.RED:
        print('r')
    case Color.GREEN:
        print('g')
print(dir(Color))
print(Color.__doc__, Color.RED.__doc__)
print(Color.RED.describe(), enum.show_flag_values(13))
