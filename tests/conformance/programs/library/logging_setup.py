import logging, sys, io, asyncio
from logging import *

s = sys.stdout
logging.basicConfig(level=logging.DEBUG, stream=s, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app.db")
log.info("hello %s %d", "w", 3)
log.debug("d %(a)s", {"a": 1})
log.warning("w")
log.error("e %r", "x")
log.critical("c")
log.log(25, "custom")
logging.info("root")
log.log(5, "low")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("boom")
    log.error("with", exc_info=True)
    log.warning("val", exc_info=False)
log.info("stack", stack_info=False)
log.error("obj", exc_info=ValueError("v"))
print(
    log,
    logging.getLogger(),
    logging.getLogger("app") is log.parent,
    log.name,
    log.level,
    log.getEffectiveLevel(),
    log.isEnabledFor(10),
    log.hasHandlers(),
    logging.getLevelName(25),
    logging.getLevelName("INFO"),
    log.handlers,
    logging.root.handlers[0].level,
)
logging.addLevelName(25, "NOTICE")
log.log(25, "n")
log.setLevel("ERROR")
log.info("no")
print(log.level)
log.setLevel(NOTSET)


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


t(lambda: log.setLevel("X"))
t(lambda: log.setLevel(3.5))
t(lambda: basicConfig(bogus=1))
t(lambda: basicConfig(stream=s, handlers=[]))
h = StreamHandler(s)
h.setFormatter(
    Formatter(
        "%(asctime)s %(name)-10s|%(levelname)8s|%(lineno)d|%(funcName)s|%(module)s|%(filename)s|%(threadName)s|%(process)s %(message)s".replace(
            "%(process)s", "P"
        ),
        datefmt="%H:%M:%S",
    )
)
h.setLevel(WARNING)
l2 = getLogger("two")
l2.propagate = False
l2.addHandler(h)
l2.info("no")
l2.warning("yes")


def fn():
    l2.error("in fn")


fn()
h.setFormatter(Formatter("{levelname} {message} {name:>5}", style="{"))
l2.error("brace")
h.setFormatter(Formatter("$levelname ${message}", style="$"))
l2.error("dollar")
h.setFormatter(Formatter("%(asctime)s %(message)s"))
l2.error("time")
h.setFormatter(Formatter())
l2.error("plain")
t(lambda: Formatter("{x", style="{"))
t(lambda: Formatter("%(x", style="%"))
t(lambda: Formatter("x", style="q"))
t(lambda: Formatter("no fields"))


class F(Filter):
    def filter(self, r):
        return "skip" not in r.getMessage()


l2.addFilter(F())
l2.error("skip me")
l2.error("keep")
l2.filters.clear()
l2.addFilter(lambda r: r.levelno > 30)
l2.warning("x")
l2.error("y")
l2.filters.clear()


class H(Handler):
    def emit(self, r):
        print("H", r.levelname, r.getMessage(), r.args, r.msg, r.name, r.levelno, self.format(r))


l3 = getLogger("three")
l3.addHandler(H())
l3.propagate = False
l3.warning("a %s", 1)
l3.error("bad %d", "x") if False else None
print(l3.handlers[0].__class__, h, NullHandler())
ad = LoggerAdapter(l3, {"u": 1})
ad.info("adapted")
ad.warning("adapted2")


class AD(LoggerAdapter):
    def process(self, msg, kw):
        return f"[{self.extra['u']}] {msg}", kw


AD(l3, {"u": 7}).error("e")
l3.error("extra", extra={"k": 1})
t(lambda: l3.error("x", extra={"message": 1}))
h.setFormatter(Formatter("%(k)s %(message)s", defaults={"k": "dflt"}))
l2.error("m")
l2.error("m", extra={"k": "given"})
logging.disable(ERROR)
l2.error("disabled")
l2.critical("crit")
logging.disable(NOTSET)
print(l2.manager.disable)
l2.removeHandler(h)
l2.warning("last resort?")
buf = io.StringIO()
logging.basicConfig(force=True, stream=buf, format="%(message)s", level="INFO")
logging.warning("to buf")
print(repr(buf.getvalue()))
logging.basicConfig(stream=s)
print(len(logging.root.handlers))
print(
    sorted(n for n in getLevelNamesMapping()),
    makeLogRecord({"msg": "x %s", "args": (1,)}).getMessage(),
    LogRecord("n", 20, "p", 1, "m", (), None),
    getLogger("a.b.c").parent,
    getLogger("a.b"),
    getLogger("a.b.c").parent,
    getLogger("a").getChild("z").name,
)
import logging.config, logging.handlers

logging.config.dictConfig(
    {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"f": {"format": "DC %(levelname)s %(message)s"}},
        "handlers": {
            "c": {"class": "logging.StreamHandler", "formatter": "f", "stream": "ext://sys.stdout", "level": "INFO"}
        },
        "loggers": {"dc": {"handlers": ["c"], "level": "DEBUG", "propagate": False}},
        "root": {"level": "WARNING", "handlers": ["c"]},
    }
)
getLogger("dc").info("dict")
getLogger("dc").debug("no")
getLogger("x").warning("via root")
t(lambda: logging.config.dictConfig({"version": 2}))
qh_q = __import__("queue").Queue()
qh = logging.handlers.QueueHandler(qh_q)
lq = getLogger("q")
lq.propagate = False
lq.addHandler(qh)
lq.warning("queued %d", 1)
print(qh_q.get().getMessage())
mh = logging.handlers.MemoryHandler(10, target=StreamHandler(s))
lm = getLogger("m")
lm.propagate = False
lm.addHandler(mh)
lm.warning("mem")
print("before flush")
mh.flush()
lm.error("auto flush")


async def main():
    h = StreamHandler(s)
    h.setFormatter(Formatter("%(taskName)s %(message)s"))
    la = getLogger("as")
    la.propagate = False
    la.addHandler(h)
    la.warning("in task")

    async def w():
        la.warning("worker")

    await asyncio.create_task(w(), name="W")


asyncio.run(main())
print("end")
logging.shutdown()
logging.captureWarnings(True)
import warnings

warnings.warn("captured")
logging.captureWarnings(False)
