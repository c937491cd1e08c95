"""What `inspect.signature` says of built-in functions, of their classes' methods, of enums and of exceptions."""
import asyncio
import datetime
import enum
import inspect
import json
import math
import random
import re


class Failure(Exception):
    pass


class Table(dict):
    pass


class Colour(enum.Enum):
    RED = 1


for what in (print, len, sorted, open, sum, pow, compile, enumerate, zip, property, staticmethod, object, list, bool,
             min, range, dict, type, Failure, Table, Colour, enum.Enum, math.sqrt, math.isclose, math.gcd,
             random.randint, random.choices, re.sub, json.loads, json.dump, asyncio.Future, asyncio.current_task):
    try:
        print(what.__name__, inspect.signature(what))
    except ValueError as error:
        print(what.__name__, error)
for what in (str.split, str.join, list.append, dict.get, dict.fromkeys, int.to_bytes, "x".replace, [].sort, {}.setdefault,
             int.__add__, (5).__add__, list.__len__, object.__init__, asyncio.Future.set_result,
             datetime.datetime.now, datetime.timedelta(1).total_seconds):
    print(what.__qualname__, inspect.signature(what))
bound = inspect.signature(sorted).bind([3, 1], reverse=True)
bound.apply_defaults()
print(bound.arguments)
for parameter in inspect.signature(print).parameters.values():
    print(parameter, parameter.kind.description, parameter.default is inspect.Parameter.empty)
