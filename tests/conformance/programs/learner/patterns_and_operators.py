# Patterns, loops with else, operators, and the methods of the built-in containers.

def http(status):
    match status:
        case 200 | 201:
            return 'ok'
        case 400:
            return 'bad'
        case int() as n if 500 <= n < 600:
            return f'server {n}'
        case [a, b, *rest]:
            return f'seq {a} {b} {rest}'
        case {'type': 'point', 'x': x, 'y': y, **other}:
            return f'point {x},{y} {other}'
        case str(s):
            return f'str {s!r}'
        case None | True:
            return 'none or true'
        case float() | complex() as z:
            return f'num {z}'
        case set() | frozenset():
            return 'set'
        case _:
            return 'other'

for v in (200, 404, 503, [1, 2, 3], (1, 2), 'hey', b'x', {'type': 'point', 'x': 1, 'y': 2, 'z': 3}, {'type': 'p'}, None, True, False, 1.5, 2j, {1}, [1], range(3), 'ab'):
    print(repr(v), '->', http(v))
from dataclasses import dataclass
from enum import Enum

class Kind(Enum):
    ADD = '+'
    MUL = '*'

@dataclass
class Num:
    v: float

@dataclass
class Bin:
    op: Kind
    l: 'Num | Bin'
    r: 'Num | Bin'

def ev(e):
    match e:
        case Num(v):
            return v
        case Bin(Kind.ADD, Num(0), r) | Bin(Kind.ADD, r, Num(0)):
            return ev(r)
        case Bin(op=Kind.ADD, l=l, r=r):
            return ev(l) + ev(r)
        case Bin(Kind.MUL, l, r):
            return ev(l) * ev(r)
        case _:
            raise TypeError(f'no rule for {e}')

print(ev(Bin(Kind.ADD, Num(2), Bin(Kind.MUL, Num(3), Num(4)))), ev(Bin(Kind.ADD, Num(0), Num(7))))
try:
    ev(5)
except TypeError as e:
    print(e)

def cmd(line):
    match line.split():
        case ['go', 'north' | 'south' | 'east' | 'west' as d]:
            return f'going {d}'
        case ['go', *_]:
            return 'where?'
        case ['take', obj] | ['pick', 'up', obj]:
            return f'taking {obj}'
        case ['drop', *objs] if objs:
            return f'dropping {', '.join(objs)}'
        case ['quit' | 'exit']:
            return 'bye'
        case []:
            return 'say something'
        case [first, *_, last]:
            return f'{first}..{last}?'
        case [one]:
            return f'{one}?'

for l in ('go north', 'go up', 'take lamp', 'pick up rope', 'drop a b', 'drop', 'exit', '', 'a b c', 'hmm'):
    print(f'{l!r:12} {cmd(l)}')
match {'a': [1, {'b': (2, 3)}]}:
    case {'a': [_, {'b': [x, y]}]}:
        print(x, y)
match 5:
    case x if (y := (x * 2)) > 8:
        print(x, y)
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
match -3:
    case -3:
        print('neg')
match 'x':
    case 'xy':
        print(0)
    case 'x':
        print('x')

class Pt:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = (x, y)

try:
    match Pt(1, 2):
        case Pt(1, 2, 3):
            pass
except TypeError as e:
    print(e)
try:
    match 1:
        case int(1, 2):
            pass
except TypeError as e:
    print(e)
match Pt(1, 2):
    case Pt(x=1, z=2):
        print('no')
    case Pt(1, y):
        print('y', y)
import collections.abc
match collections.deque([1, 2]):
    case [a, b]:
        print('deque', a, b)
match collections.OrderedDict(k=1):
    case {'k': int(v)}:
        print('od', v)
match 'abc':
    case [*_]:
        print('seq')
    case _:
        print('not seq')
match (1, 'a', None):
    case [int(), str(), None]:
        print('typed')
nums = [1, 2]
match nums:
    case []:
        print('e')
    case [x]:
        print(x)
    case [x, y]:
        print(x + y)
while (n := len(nums)) < 4:
    nums.append(n)
else:
    print(nums)
for i in range(3):
    for j in range(3):
        if i == j == 1:
            break
    else:
        print('row', i)
        continue
    print('broke', i)
    break
print([(y := 1), y ** 2], (lambda: (yield))().__class__, not 1 < 2 < 3, 1 < 3 > 2 != 0, 0 or [] or 'x', 1 and {} and 2, 'a' if [] else 'b', 3 if 0 else 4 if 0 else 5, *[1], {**{'a': 1}, 'b': 2}, [*range(2), *'ab'], {*[1], 2})
print(1 if True else 0, ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 4, -7 >> 1, 2 ** (-1), 2 ** 3 ** 2, -2 ** 2, 7 // 2 * 2 + 7 % 2, 0.1 + 0.2 == 0.3, 1 == 1.0 == True, 'a' < 'b', [1, 2] < [1, 3], (1,) < (1, 0), None is None, [] is [], 1 in [1.0], '' in 'a', {1: 2} == {1.0: 2.0}, 1000, 255, 15, 3, 1000.0, 0.5, 5.0, 1j)
print(sorted({'b': 2, 'a': 1}.items(), key=lambda kv: -kv[1]), {'a': 1} | {'b': 2}, dict(zip('ab', [1, 2])), dict.fromkeys('ab', 0), {'a': 1}.setdefault('b', []), list({'a': 1, 'b': 2}), {'x': 1}.keys() & {'x', 'y'}, {'a': 1, **dict(b=2)}, [1, 2, 3][::-1], 'hello'[1:4:2], [0] * 3, [[0] * 2 for _ in range(2)], list(range(10))[-3:], list(reversed([1, 2])), [1, 2] + [3], (1, 2) * 2)
l = [1, 2, 3, 4, 5]
l[1:3] = ['a']
print(l)
l[::2] = [0, 0]
print(l)
del l[0]
l.insert(1, 'i')
l.extend('xy')
print(l, l.pop(), l.index('i'), l.count(0))
l.sort(key=str)
print(l)
l *= 2
print(len(l), l[slice(1, 3)])
try:
    l[::2] = [1]
except ValueError as e:
    print(e)
d = {'a': 1}
d.update(b=2, c=3)
print(d.pop('a'), d.popitem(), d.get('zz', 0), d, list(d.items())[0])
try:
    for k in d:
        d['new' + k] = 1
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
s |= {4}
s -= {1}
s ^= {2, 9}
print(sorted(s), s >= {3}, s.isdisjoint({100}), s.symmetric_difference({3}) == {4, 9}, frozenset('a'), set(), {1} < {1, 2})
print('%s %r' % ('a', 'a'), 'ab', 'multi\nline', '\\n', b'\x00a', '\t|', "it's", 'é', repr('it\'s "q"'), repr('\n\\'), str([1, 'a', None, 2.0, (1,), {}]), 'é' == 'é')
print(int.from_bytes(b'\xff', 'big', signed=True), 3 .__add__(4), int('0x1f', 0), int(' 42 '), float('1e-3'), float('  inf'), bool('False'), bool([]), complex(1), str(1.0), list('ab'), tuple([1]), set('a'), chr(97), ord('a'), abs(-3), pow(2, 10, 1000), round(3.14159, 2), min(3, 1), max('a', 'b', key=ord), sum([1, 2], 10), divmod(7, 3), all([]), any([]), hash(1), type(1), isinstance(True, int), bin(5), format(3.14159, '.2f'))
print(locals().get('nope'), __name__, __file__.split('/')[-1], __doc__)
