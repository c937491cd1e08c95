"""How logging is set up and shut down: formats that are checked, buffers flushed at the end, the tree of loggers."""
import io, logging, logging.handlers, sys, logging.config
def show(*texts):
    for text in texts:
        try:
            print(text, "|", eval(text))
        except Exception as error:
            print(text, "|", type(error).__name__, error)


F = logging.Formatter
for style, texts in {"%": ["%(message)s", "nothing", "%(x", "%(a)s %(asctime)s", "%(message)d %%", "%(message)q", "%s", None],
                     "{": ["{message}", "{x!z}", "{x:>q}", "plain", "{", "{message:>10} {levelname!r:8}", "{a.b}", "{0}", "{}"],
                     "$": ["$message", "${asctime", "$$", "cost $ x", "none"], "?": ["x"]}.items():
    for text in texts:
        try:
            made = F(text, style=style)
            print(made._fmt, made.usesTime(), type(made._style).__name__)
        except ValueError as error:
            print(error)
log = logging.getLogger("a.b.c")
show("log.parent", 'logging.getLogger("a")', "log.parent", 'type(logging.root.manager.loggerDict["a.b"]).__name__',
     'logging.getLogger("a").getChildren()', "log.name", "log.hasHandlers()", "logging.getHandlerNames()",
     "logging.lastResort", "log.manager.disable", 'logging.getLogger("root")',
     'logging.getLogger("") is logging.root', "logging.getLogger(3)", 'logging.Logger("x").parent',
     "logging.getLoggerClass()", "log.callHandlers", "logging.raiseExceptions")


class MyLogger(logging.Logger):
    def trace(self, m): self.log(5, m)


logging.setLoggerClass(MyLogger)
show('logging.getLogger("mine")', "logging.setLoggerClass(int)")
logging.setLoggerClass(logging.Logger)
show("logging.basicConfig(stream=sys.stdout, handlers=[])", 'logging.basicConfig(filename="x", stream=sys.stdout)',
     "logging.basicConfig(foo=1)", 'logging.basicConfig(style="!")', 'logging.basicConfig(level="NOPE")',
     "logging.basicConfig(level=3.5)", 'logging.basicConfig(stream=sys.stdout, filemode="w")')
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="{levelname}:{message}", style="{", force=True)
show("logging.root.handlers", "logging.root.handlers[0].formatter._fmt", "logging.basicConfig(level=logging.DEBUG)",
     "logging.root.level")


def deep(): log.warning("with stack", stack_info=True)


deep()
log.info("dict %(a)s %(b)d", {"a": 1, "b": 2})
log.info("no args %s")
log.info("percent 100%")
log.info({"obj": 1})
log.info(ValueError("exc as msg"))
log.error("tuple exc", exc_info=ValueError("given"))
log.log(logging.INFO, "lvl")
log.info("%s", None)
log.warning("%s and %r", "x", "y")
log.fatal("fatal")
try: log.log("INFO", "x")
except TypeError as e: print(e)
try: log.info("x", extra={"message": 1})
except KeyError as e: print(e)
try: log.info("x", nope=1)
except TypeError as e: print(e)
mem = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout))
m = logging.getLogger("mem")
m.addHandler(mem)
m.propagate = False
m.warning("buffered until the end")
print(len(mem.buffer), mem)
h = logging.StreamHandler(sys.stdout)
h.set_name("named")
show("h", 'logging.getHandlerByName("named") is h', "logging.getHandlerNames()", "h.setStream(sys.stdout)",
     "h.setStream(sys.stderr) is sys.stdout", "h.level", 'h.setLevel("ERROR")', "h", 'h.setLevel("x")', "h.formatter",
     "h.filters", "h.get_name()", "h.acquire()", "h.release()", "h.terminator",
     'logging.FileHandler("f.log", delay=True)', "logging.NullHandler().handle(1)", "logging.Handler().emit(1)",
     'logging.handlers.RotatingFileHandler("r.log", maxBytes=10, backupCount=1)',
     "logging.handlers.BufferingHandler(3)")


class Drop(logging.Filter):
    def filter(self, r): return False if "drop" in r.getMessage() else r


def shout(r):
    r2 = logging.makeLogRecord(r.__dict__); r2.msg = str(r.msg).upper(); return r2


log.addFilter(Drop())
log.addFilter(shout)
log.warning("drop me")
log.warning("keep %d", 1)
log.removeFilter(shout)
log.filters.clear()
f = logging.Filter("a.b")
show('f.filter(logging.makeLogRecord({"name": "a.b.c"}))', 'f.filter(logging.makeLogRecord({"name": "a.bc"}))',
     "logging.Filter().filter(1)",
     'F("%(message)s").formatTime(logging.makeLogRecord({"created": 0, "msecs": 5}), "%Y")',
     'F().formatTime(logging.makeLogRecord({"created": 0.5, "msecs": 500}))',
     'logging.BufferingFormatter().format([logging.makeLogRecord({"msg": "a"})])',
     "sorted(logging.makeLogRecord({}).__dict__)", 'logging.LogRecord("n", 20, "/p/f.py", 3, "m", (), None).module')
logging.config.dictConfig({"version": 1, "incremental": True, "loggers": {"a": {"level": "ERROR"}}, "root": {"level": "DEBUG"}})
print(logging.getLogger("a").level, logging.root.level)
stream = "logging.StreamHandler"
for config in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {}}}, {"version": 1, "formatters": {"f": {"format": "bad"}}},
               {"version": 1, "root": {"handlers": ["nope"]}},
               {"version": 1, "handlers": {"h": {"class": stream, "formatter": "nope"}}},
               {"version": 1, "handlers": {"h": {"class": stream, "level": "BAD"}}},
               {"version": 1, "handlers": {"h": {"class": stream, "stream": "ext://sys.nope"}}},
               {"version": 1, "loggers": {"q": {"level": "X"}}}, {"version": 1, "filters": {"f": {"()": "nope.X"}}},
               {"version": 1, "handlers": {"h": {"class": stream, "filters": ["nof"]}}}):
    try:
        print(logging.config.dictConfig(config))
    except ValueError as error:
        print(error, "|", repr(error.__cause__))
off = logging.getLogger("off")
logging.config.dictConfig({"version": 1, "formatters": {"f": {"()": logging.Formatter, "fmt": "%(levelname).1s %(message)s"}}, "handlers": {"c": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "f"}}, "root": {"handlers": ["c"], "level": "INFO"}})
off.error("off")
print(off.disabled)
logging.getLogger("new").info("new")
logging.root.info("root")
print(logging.getLogger("new").isEnabledFor(10), logging.getLogger("new").getEffectiveLevel())
logging.config.dictConfig({"version": 1, "handlers": {
    "out": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"},
    "mem": {"class": "logging.handlers.MemoryHandler", "capacity": 9, "flushLevel": "ERROR", "target": "out"}},
    "root": {"handlers": ["mem"], "level": "DEBUG"}})
logging.debug("kept")
logging.error("flushes")
logging.debug("flushed at the end")
print("end")
