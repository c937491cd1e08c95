# Data classes with most of their options.

from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY, InitVar, FrozenInstanceError, make_dataclass, is_dataclass
from typing import ClassVar, Optional
import json, copy

@dataclass(order=True)
class Task:
    sort_index: int = field(init=False, repr=False)
    name: str
    priority: int = 0
    tags: list[str] = field(default_factory=list, compare=False)
    count: ClassVar[int] = 0

    def __post_init__(self):
        self.sort_index = -self.priority
        type(self).count += 1

@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float = 0.0

    def __add__(self, o):
        return replace(self, x=self.x + o.x, y=self.y + o.y)

@dataclass
class Config:
    host: str
    _: KW_ONLY
    port: int = 80
    debug: bool = False
    secret: str = field(default='s3', repr=False, hash=False)
    url: InitVar[Optional[str]] = None

    def __post_init__(self, url):
        if url:
            self.host, _, p = url.partition(':')
            self.port = int(p)

tasks = [Task('b', 1), Task('a', 5, ['x']), Task('c')]
print(sorted(tasks))
print(Task.count, tasks[0] < tasks[1], tasks[0] == Task('b', 1, ['diff']))
p = Point(1)
print(p + Point(2, 3), hash(p) == hash(Point(1)), {p: 1})
try:
    p.x = 3
except FrozenInstanceError as e:
    print(type(e).__name__, e)
try:
    p.z = 3
except Exception as e:
    print(type(e).__name__, e)
print(hasattr(p, '__dict__'), Point.__slots__)
c = Config('h', port=3, url='example:99')
print(c, c.secret)
try:
    Config('h', 3)
except TypeError as e:
    print(e)
try:
    Config()
except TypeError as e:
    print(e)
print(asdict(tasks[1]), astuple(tasks[1]))
for f in fields(Config):
    print(f.name, f.type, f.kw_only, f.repr)
print(fields(Point)[0].name)
try:

    @dataclass
    class Bad:
        a: list = []
except ValueError as e:
    print(e)
try:

    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as e:
    print(e)
D = make_dataclass('D', [('x', int), ('y', int, field(default=5)), 'z'][:2], namespace={'sum': lambda s: s.x + s.y}, frozen=True)
print(D(3), D(3).sum(), is_dataclass(D), D.__doc__)
print(json.dumps(asdict(Config('a')), indent=2))

@dataclass(eq=False)
class NoEq:
    a: int

print(NoEq(1) == NoEq(1), NoEq.__hash__ is object.__hash__)

@dataclass
class Tree:
    v: int
    kids: list['Tree'] = field(default_factory=list)

t = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
t.kids.append(t)
print(t)
t.kids.pop()
print(asdict(t))
print(copy.replace(t, v=9).v, Task.__match_args__, Config.__match_args__)
match p:
    case Point(x, y):
        print('match', x, y)
try:
    replace(c, port=1, nope=2)
except (TypeError, ValueError) as e:
    print(type(e), e)
try:
    tasks[0] < 3
except TypeError as e:
    print(e)
print(Task.__doc__, Point.__doc__)
import inspect
print(inspect.signature(Task), inspect.signature(Config), inspect.signature(Config.__init__))
