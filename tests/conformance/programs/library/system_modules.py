import sys, gc, io, os, queue, time, types, signal, uuid, random


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


print(
    sys.version_info[:2],
    sys.version_info.major,
    sys.version_info >= (3, 11),
    repr(sys.version_info)[:35],
    sys.argv[1:],
    sys.byteorder,
    sys.flags.debug,
    sys.flags.optimize,
    sys.float_info.max,
    sys.float_info.epsilon,
    sys.getrecursionlimit(),
    sys.implementation.name,
    sys.int_info.bits_per_digit,
    sys.maxunicode,
    sys.hexversion >= 0x030E0000,
    "sys" in sys.modules,
    type(sys.modules),
    sys.getdefaultencoding(),
    sys.getswitchinterval(),
    sys.exc_info(),
    sys.intern("x"),
    callable(sys.exit),
    sys.stdout.encoding if hasattr(sys.stdout, "encoding") else "",
)
x = object()
a = x
print(sys.getrefcount(x), sys.getrefcount([]), sys.getsizeof(1) > 0)
sys.stdout.write("w\n")
sys.stderr.write("")
print(sys.stdout.isatty(), sys.getframe if hasattr(sys, "getframe") else "", sys._getframe().f_code.co_name)
t(lambda: sys.exit.__name__)
print(sys.unraisablehook is not None, sys.displayhook is not None, sys.excepthook is not None)


class L:
    pass


print(gc.collect() >= 0, gc.isenabled())
s = io.StringIO("a\nb\nc")
print(s.read(1), s.readline(), s.readlines(), s.tell(), s.seek(0), s.getvalue(), list(s))
s.seek(0, 2)
s.write("more")
print(s.getvalue(), s.closed)
s.close()
t(lambda: s.read())
t(lambda: io.StringIO(b"x"))
b = io.BytesIO(b"abc\nd")
print(b.read(2), b.readline(), b.getvalue(), b.write(b"zz"), b.getvalue())
t(lambda: b.write("x"))
print(io.StringIO("x\ny").readlines(), io.TextIOBase, io.SEEK_END)
with io.StringIO() as f:
    print("to f", file=f, end="!")
    print(repr(f.getvalue()))
f = io.StringIO("abcdef")
f.seek(2)
f.truncate()
print(f.getvalue(), f.readable(), f.writable(), f.seekable())
b = io.BytesIO()
b.write(b"\x01\x02")
b.seek(0)
ba = bytearray(2)
print(b.readinto(ba), ba, b.read(), io.BytesIO(b"x\ny").readlines(), io.DEFAULT_BUFFER_SIZE)
q = queue.Queue(2)
q.put(1)
q.put_nowait(2)
print(q.full(), q.qsize(), q.get(), q.empty(), q.get_nowait())
t(lambda: q.get_nowait())
t(lambda: q.get(block=False))
q.put(1)
q.put(2)
t(lambda: q.put_nowait(3))
q.task_done()
q.get()
q.task_done()
t(lambda: q.task_done())
pq = queue.PriorityQueue()
[pq.put(i) for i in (3, 1, 2)]
print(pq.get(), queue.LifoQueue().empty())
lq = queue.LifoQueue()
lq.put(1)
lq.put(2)
print(lq.get())
sq = queue.SimpleQueue()
sq.put(1)
print(sq.get(), sq.empty())
t(lambda: q.get(timeout=-1))
q2 = queue.Queue()
q2.shutdown()
t(lambda: q2.put(1))
t(lambda: q2.get())
print(
    os.environ.get("NOPE"),
    os.getpid() > 0,
    os.path.join("a", "b", "/c"),
    os.path.basename("/x/y.py"),
    os.path.splitext("a.tar.gz"),
    os.path.dirname("/x/y"),
    os.sep,
    os.linesep,
    os.name,
    os.path.exists("/nope"),
    os.path.normpath("a/../b//c"),
    os.cpu_count() is not None,
    os.getenv("X", "d"),
    os.path.isabs("/a"),
    os.path.split("/a/b"),
    os.path.commonprefix(["abc", "abd"]),
    os.curdir,
    os.pathsep,
    os.urandom(3).__len__(),
    os.fspath("x"),
    os.path.abspath("/a/./b"),
)
os.environ["NEW"] = "v"
print(os.environ["NEW"], "NEW" in os.environ, os.environ.pop("NEW"))
t(lambda: os.environ["NOPE"])
print(
    time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(0)),
    time.gmtime(0),
    time.mktime((2026, 1, 1, 0, 0, 0, 0, 0, 0)),
    time.asctime(time.gmtime(0)),
    time.strptime("2026-01-02", "%Y-%m-%d").tm_yday,
    time.get_clock_info("monotonic").monotonic,
    time.process_time() >= 0,
    time.timezone,
    time.daylight,
    time.struct_time(range(9)),
)
(
    print(
        types.SimpleNamespace(b=1, a=2),
        types.MappingProxyType({"a": 1})["a"],
        types.FunctionType,
        types.NoneType,
        types.new_class("X").__name__,
        isinstance(len, types.BuiltinFunctionType),
        types.ModuleType("m", "doc").__doc__,
        types.GenericAlias(list, (int,)),
        types.UnionType,
        types.EllipsisType,
        types.DynamicClassAttribute,
        types.coroutine(lambda: (yield)),
        types.prepare_class("X")[0],
        types.resolve_bases((int,)),
        types.get_original_bases(type("Q", (), {})),
    )
    if False
    else None
)
ns = types.SimpleNamespace(b=1, a=2)
ns.c = 3
print(
    ns,
    ns == types.SimpleNamespace(b=1, a=2, c=3),
    vars(ns),
    types.SimpleNamespace({"x": 1}),
    types.MappingProxyType({"a": 1}),
    types.new_class("X", (int,), {}, lambda d: d.update(y=1)).y,
)
t(lambda: types.MappingProxyType({})["x"])
t(lambda: types.SimpleNamespace(1))
t(lambda: ns.zz)
print(
    signal.SIGINT,
    signal.SIGTERM.name,
    signal.Signals(2),
    signal.getsignal(signal.SIGINT) is signal.default_int_handler,
    signal.SIG_DFL,
    signal.signal(signal.SIGTERM, signal.SIG_IGN),
)
print(
    uuid.UUID(int=5),
    uuid.uuid5(uuid.NAMESPACE_DNS, "x"),
    uuid.uuid3(uuid.NAMESPACE_URL, "y"),
    uuid.uuid4().version,
    uuid.UUID("12345678-1234-5678-1234-567812345678").hex,
    repr(uuid.UUID(int=1)),
    uuid.UUID(int=3) < uuid.UUID(int=4),
)
t(lambda: uuid.UUID("zz"))
random.seed(1)
print(
    random.random(),
    random.randint(1, 6),
    random.choice("abc"),
    random.choices([1, 2], [1, 9], k=3),
    random.sample(range(10), 3),
    random.shuffle([1]),
    random.uniform(1, 2),
    random.gauss(0, 1),
    random.betavariate(1, 2),
    random.expovariate(1),
    random.triangular(),
    random.randrange(0, 10, 3),
    random.getrandbits(8),
    random.randbytes(2),
    random.Random(5).random(),
    random.normalvariate(),
    random.lognormvariate(0, 1),
    random.vonmisesvariate(0, 1),
    random.gammavariate(1, 2),
    random.paretovariate(1),
    random.weibullvariate(1, 2),
    random.binomialvariate(5, 0.5),
)
t(lambda: random.choice([]))
t(lambda: random.randint(3, 1))
t(lambda: random.sample([1], 2))
st = random.getstate()
r1 = random.random()
random.setstate(st)
print(r1 == random.random())
