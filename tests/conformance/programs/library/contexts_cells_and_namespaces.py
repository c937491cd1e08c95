"""Contexts compared, cells made by hand, namespaces in order, times with a fold, and errors that are copied."""

import contextvars
import copy
import datetime
import json
import logging
import re
import sys
import types

variable = contextvars.ContextVar('variable', default=0)
variable.set(1)
one, other = contextvars.copy_context(), contextvars.copy_context()
print(one == other, one.copy() == one, contextvars.Context() == contextvars.Context(), one == contextvars.Context())
other.run(variable.set, 2)
print(one == other, one != 3)
print(types.CellType(3).cell_contents, types.SimpleNamespace(a=1) < types.SimpleNamespace(a=2))
print(datetime.time.resolution, datetime.datetime.resolution, datetime.date.resolution)
print([datetime.time(1, fold=1, tzinfo=datetime.UTC), datetime.datetime(2024, 1, 1, fold=1, tzinfo=datetime.UTC)])


class Lost(datetime.tzinfo):
    def utcoffset(self, moment):
        return 30


def attempt(action, *args, **kwargs):
    try:
        print(action(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


attempt(hash, one)
attempt(contextvars.Context, 1)
attempt(lambda: types.CellType().cell_contents)
attempt(datetime.datetime(2024, 1, 1, tzinfo=Lost()).utcoffset)
attempt(setattr, datetime.timedelta(1), 'days', 2)
attempt(setattr, range(3), 'start', 1)
attempt(re.compile, 'a', 'i')
attempt(re.compile('a').match)
attempt(re.compile('a').split, 'bab', 'x')
attempt(types.get_original_bases, 5)
try:
    re.compile('(?<=a*)b')
except re.PatternError as error:
    print(error, error.pattern, error.pos)
again = copy.copy(json.JSONDecodeError('Bad', 'a\nbc', 3))
print(again, again.lineno, again.__reduce__(), json.detect_encoding(b'\xff\xfe['))
logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')
logging.exception('nothing was raised')
logging.warning('nor here', exc_info=True)
print(logging.getLogger().findCaller()[1:])
