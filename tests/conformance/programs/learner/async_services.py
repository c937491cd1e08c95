import asyncio, collections, contextlib, functools, heapq, itertools, logging, operator, queue, random, re, string, sys, threading, time, traceback, typing, unittest, warnings
from dataclasses import dataclass, field, KW_ONLY, InitVar


def t(f):
    try:
        print("->", f())
    except BaseException as e:
        print(type(e).__name__, ":", e)


class RateLimiter:
    def __init__(self, rate, per):
        self.rate, self.per, self.calls = rate, per, collections.deque()

    async def __aenter__(self):
        loop = asyncio.get_running_loop()
        while True:
            now = loop.time()
            while self.calls and now - self.calls[0] >= self.per:
                self.calls.popleft()
            if len(self.calls) < self.rate:
                break
            await asyncio.sleep(self.per - (now - self.calls[0]))
        self.calls.append(loop.time())
        return self

    async def __aexit__(self, *a):
        pass


class Cache:
    def __init__(self, ttl):
        self.ttl, self.d = ttl, {}

    def __call__(self, fn):
        @functools.wraps(fn)
        async def w(*a):
            now = asyncio.get_running_loop().time()
            if a in self.d and now - self.d[a][0] < self.ttl:
                return self.d[a][1]
            r = await fn(*a)
            self.d[a] = now, r
            return r

        w.cache = self.d
        return w


@Cache(ttl=1)
async def load(k):
    await asyncio.sleep(0.3)
    return k * 2


class PubSub:
    def __init__(self):
        self.subs: dict[str, list[asyncio.Queue]] = collections.defaultdict(list)

    @contextlib.contextmanager
    def subscribe(self, ch):
        q = asyncio.Queue()
        self.subs[ch].append(q)
        try:
            yield q
        finally:
            self.subs[ch].remove(q)

    def publish(self, ch, m):
        for q in self.subs[ch]:
            q.put_nowait(m)


@dataclass(order=True)
class Event:
    at: float
    seq: int = field(default_factory=itertools.count().__next__)
    what: typing.Any = field(compare=False, default=None)


async def main():
    lim = RateLimiter(2, 1.0)
    t0 = time.monotonic()

    async def call(i):
        async with lim:
            return i, round(time.monotonic() - t0, 1)

    print(await asyncio.gather(*map(call, range(5))))
    print(await load(1), await load(1), load.__name__, len(load.cache))
    ps = PubSub()

    async def sub(n):
        with ps.subscribe("c") as q:
            return [await q.get() for _ in range(n)]

    ts = [asyncio.create_task(sub(2), name=f"s{i}") for i in range(2)]
    await asyncio.sleep(0)
    ps.publish("c", 1)
    ps.publish("c", 2)
    print([await x for x in ts], len(ps.subs["c"]))
    h = []
    [heapq.heappush(h, Event(a, what=w)) for a, w in [(3, "c"), (1, "a"), (1, "b")]]
    print([heapq.heappop(h).what for _ in range(3)])
    sem = asyncio.Semaphore(2)
    log = []

    async def job(n):
        async with sem:
            log.append(f"+{n}")
            await asyncio.sleep(0.1 * n)
            log.append(f"-{n}")

    async with asyncio.TaskGroup() as tg:
        for n in (3, 1, 2):
            tg.create_task(job(n))
    print(" ".join(log))

    async def numbers():
        for i in itertools.count():
            yield i
            await asyncio.sleep(0.01)

    async with contextlib.aclosing(numbers()) as ns:
        async for n in ns:
            if n > 2:
                break
    print("n", n)
    try:
        async with asyncio.timeout(0.05) as cm:
            await asyncio.sleep(1)
    except TimeoutError as e:
        print(repr(e), cm.expired(), cm)

    def cb(fut):
        print("cb", fut.result())

    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(cb)
    asyncio.get_running_loop().call_later(0.1, fut.set_result, 7)
    print(await fut)
    r = await asyncio.gather(asyncio.sleep(0.1, "ok"), bad(), return_exceptions=True)
    print(r)
    done, pend = await asyncio.wait([asyncio.create_task(asyncio.sleep(x), name=str(x)) for x in (0.1, 5)], timeout=1)
    print([x.get_name() for x in done], [x.get_name() for x in pend])


async def bad():
    raise LookupError("nope")


asyncio.run(main(), debug=False)


def parse(s):
    spec = re.compile(r"(?P<num>\d+(\.\d*)?)|(?P<op>[-+*/()])|(?P<ws>\s+)|(?P<bad>.)")
    return [(m.lastgroup, m.group()) for m in spec.finditer(s) if m.lastgroup != "ws"]


print(parse("3 + 4.5*(2)"))
print(
    re.findall(r"\b\w{3}\b", "the cat sat on a mat"),
    re.split(r"[,;]\s*", "a, b;c"),
    re.fullmatch(r"(\w+)@(\w+)\.com", "me@x.com").groups(),
)
print(
    sorted(operator.attrgetter("name")(c) for c in (type("X", (), {"name": n}) for n in "ba")),
    random.Random(42).sample(range(100), 3),
    string.ascii_lowercase[:3],
    sys.getsizeof(0) > 0,
)
