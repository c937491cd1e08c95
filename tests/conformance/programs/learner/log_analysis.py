"""Logging to memory, filters, formatters, adapters; then reading the log."""
import io
import json
import logging
import logging.config
import logging.handlers
import re
import sys
from collections import Counter
from contextlib import contextmanager
from functools import wraps
from types import SimpleNamespace

stream = io.StringIO()


class JsonFormatter(logging.Formatter):
    def format(self, record):
        data = {"level": record.levelname, "name": record.name, "message": record.getMessage(), "line": record.lineno > 0,
                "function": record.funcName}
        if record.exc_info:
            data["error"] = repr(record.exc_info[1])
        data.update(getattr(record, "extra", {}))
        return json.dumps(data, sort_keys=True)


class Limit(logging.Filter):
    def __init__(self, most):
        super().__init__()
        self.most, self.seen = most, Counter()

    def filter(self, record):
        self.seen[record.msg] += 1
        return self.seen[record.msg] <= self.most


root = logging.getLogger("app")
root.setLevel(logging.DEBUG)
root.propagate = False
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s %(name)s.%(funcName)s [%(module)s] %(message)s"))
handler.addFilter(Limit(2))
root.addHandler(handler)
machine = io.StringIO()
structured = logging.StreamHandler(machine)
structured.setLevel("WARNING")
structured.setFormatter(JsonFormatter())
root.addHandler(structured)
db = logging.getLogger("app.db")
web = root.getChild("web")


def logged(logger):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            logger.debug("call %s%r", function.__name__, args)
            try:
                return function(*args, **kwargs)
            except Exception:
                logger.exception("failed %s", function.__name__)
                raise
        return wrapper
    return decorate


@logged(db)
def divide(a, b):
    return a / b


divide(6, 3)
try:
    divide(1, 0)
except ZeroDivisionError:
    web.error("gave up", extra={"extra": {"code": 500}})
for attempt in range(4):
    web.warning("retry %d", attempt)
web.info("percent %d%% and %(x)s" if False else "percent %d%%", 5)
web.log(25, "between")
logging.addLevelName(25, "NOTICE")
web.log(25, "named %s", {"a": 1})
adapter = logging.LoggerAdapter(web, {"user": "ann"})
adapter.process = lambda msg, kwargs: (f"[{adapter.extra['user']}] {msg}", kwargs)
adapter.info("hello")
db.setLevel(logging.CRITICAL)
db.error("not seen")
print(stream.getvalue().replace(__file__, "FILE"))
print(machine.getvalue())
print(db, web, root, db.getEffectiveLevel(), web.getEffectiveLevel(), web.isEnabledFor(5), db.parent is root, web.hasHandlers())
print(logging.getLevelName(30), logging.getLevelName("ERROR"), logging.getLevelName(42), handler, logging.getLevelNamesMapping()["NOTICE"])

for style, form in [("%", "%(message)s|%(levelno)d"), ("{", "{message}|{levelname:>8}"), ("$", "$message|${name}")]:
    record = logging.LogRecord("n", logging.INFO, "path.py", 7, "m %s", ("x",), None)
    print(logging.Formatter(form, style=style).format(record))
print(logging.Formatter("%(message)s %(who)s", defaults={"who": "?"}).format(record), record)
try:
    logging.Formatter("no fields", validate=True)
    logging.Formatter("{bad", style="{")
except ValueError as error:
    print(error)

memory = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=logging.StreamHandler(sys.stdout))
quick = logging.Logger("quick")
quick.addHandler(memory)
quick.info("first")
quick.info("second")
print("nothing yet", len(memory.buffer))
quick.error("flush")
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"short": {"format": "{levelname[0]}:{message}", "style": "{"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "short"}},
    "loggers": {"conf": {"handlers": ["out"], "level": "INFO", "propagate": False}},
})
logging.getLogger("conf").warning("configured")
logging.getLogger("conf").debug("not shown")


@contextmanager
def level(name, value):
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(value)
    try:
        yield SimpleNamespace(logger=logger, before=before)
    finally:
        logger.setLevel(before)


with level("conf", logging.DEBUG) as change:
    change.logger.debug("shown now, was %s", logging.getLevelName(change.before))
    print(change.before)

LOG = """\
127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326
10.0.0.7 - bob [10/Oct/2000:13:56:01 -0700] "POST /login HTTP/1.1" 302 0
10.0.0.7 - bob [10/Oct/2000:13:56:02 -0700] "GET /home?x=1 HTTP/1.1" 200 5120
bad line
192.168.1.1 - - [11/Oct/2000:00:00:00 -0700] "GET /missing HTTP/1.1" 404 -
"""
LINE = re.compile(r'''(?P<ip>\S+)\ \S+\ (?P<user>\S+)\ \[(?P<when>[^\]]+)\]\ # who and when
                      "(?P<verb>[A-Z]+)\ (?P<path>[^ ?"]+)[^"]*"\ (?P<status>\d{3})\ (?P<size>\d+|-)''', re.VERBOSE)
statuses, total = Counter(), 0
for number, text in enumerate(LOG.splitlines(), 1):
    if not (found := LINE.fullmatch(text)):
        print(f"line {number} skipped: {text!r}")
        continue
    row = found.groupdict()
    statuses[int(row["status"]) // 100 * 100] += 1
    total += int(row["size"]) if row["size"].isdigit() else 0
    print(row["ip"].rjust(12), row["path"], found["when"][:11], found.span("status"), found.lastindex)
print(statuses, total, LINE.groups, LINE.groupindex["path"])
