# Named tuples and typed dicts made by a call, names of typing as they are shown, and adapters of loggers.
import contextvars
import inspect
import logging
import operator
import sys
import textwrap
from datetime import date, datetime
from typing import Literal, NamedTuple, Tuple, TypedDict


class Point(NamedTuple):
    x: int
    y: str = "up"


print(inspect.signature(Point), NamedTuple("Pair", [("a", int), ("b", str)])(1, "z"))
print(TypedDict("Film", {"year": int}).__annotations__, Tuple[()], Literal[int], Literal["a", 1])
logging.basicConfig(stream=sys.stdout, format="%(name)s|%(message)s")
adapter = logging.LoggerAdapter(logging.getLogger("app.db"), {"ip": "1"})
print(adapter, adapter.name, adapter.getEffectiveLevel(), adapter.hasHandlers())
variable = contextvars.ContextVar("variable")
token = variable.set(1)
calls = """
TypedDict("A", a=int)
Literal[int][0]
date("2024")
datetime("2024-01-02")
contextvars.ContextVar()
contextvars.ContextVar("a", 5)
contextvars.ContextVar("a", defaut=5)
variable.reset(5)
operator.methodcaller()
operator.attrgetter()
operator.length_hint([], "a")
textwrap.dedent(5)
complex.from_number(3), complex.from_number(1 + 2j), float.from_number(2)
complex.from_number("1")
logging.basicConfig(stream=sys.stdout, filename="x", force=True)
logging.basicConfig(stream=sys.stdout, handlers=[], force=True)
"""
for call in calls.strip().splitlines():
    try:
        print(call, "->", eval(call))
    except Exception as error:
        print(call, "!!", type(error).__name__, error)
data = bytearray(b"abc")
data.resize(5)
print(data)
data.resize(1)
print(data)
print(datetime.strptime("28 Feb", "%d %b"), datetime.strptime("28 Feb 24", "%d %b %y"))
