from contextlib import *
import asyncio, sys, io


def t(f):
    try:
        print("->", f())
    except BaseException as e:
        print(type(e).__name__, ":", e)


@contextmanager
def cm(x):
    print("enter", x)
    try:
        yield x
    except ValueError as e:
        print("caught", e)
    finally:
        print("exit", x)


with cm(1) as v:
    print(v)
with cm(2):
    raise ValueError("v")


def k():
    with cm(3):
        raise KeyError("k")


t(k)


@cm(4)
def f():
    print("in f")


f()
f()


@contextmanager
def twice():
    yield 1
    yield 2


def tw():
    with twice():
        pass


t(tw)


@contextmanager
def none():
    if False:
        yield


t(lambda: none().__enter__())


def th():
    with twice():
        raise ValueError


t(th)
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with suppress(ValueError):
    print("nothing")
s = io.StringIO()
with redirect_stdout(s):
    print("hid")
print(repr(s.getvalue()))
with redirect_stderr(s):
    print("e", file=sys.stderr)
print(repr(s.getvalue()))


class Cl:
    def close(self):
        print("closed")


with closing(Cl()) as c:
    print("body")
with nullcontext(5) as n:
    print(n)


class M:
    def __init__(self, n, sup=False):
        self.n, self.sup = n, sup

    def __enter__(self):
        print("in", self.n)
        return self.n

    def __exit__(self, *a):
        print("out", self.n, a[0])
        return self.sup


with ExitStack() as st:
    for i in range(3):
        print(st.enter_context(M(i)))
    st.callback(print, "cb", sep="|")
    st.push(lambda *a: print("push", a[0]))
    st.push(M(9))
with ExitStack() as st:
    st.enter_context(M(1, True))
    st.enter_context(M(2))
    raise KeyError("sup")


def bad():
    with ExitStack() as st:
        st.callback(lambda: 1 / 0)
        st.enter_context(M(1))
        raise ValueError("first")


try:
    bad()
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))
with ExitStack() as st:
    st.enter_context(M("a"))
    keep = st.pop_all()
print("kept")
keep.close()
t(lambda: ExitStack().enter_context(3))
t(lambda: ExitStack().enter_context(aclosing(3)))


class CD(ContextDecorator):
    def __enter__(self):
        print("cd in")
        return self

    def __exit__(self, *a):
        print("cd out")


@CD()
def g():
    print("g")


g()


@asynccontextmanager
async def acm(x):
    print("aenter", x)
    await asyncio.sleep(0)
    try:
        yield x
    finally:
        print("aexit", x)


class AM:
    def __init__(self, n):
        self.n = n

    async def __aenter__(self):
        print("ain", self.n)
        return self.n

    async def __aexit__(self, *a):
        print("aout", self.n, a[0])


async def main():
    async with acm(1) as v:
        print(v)
    try:
        async with acm(2):
            raise KeyError("x")
    except KeyError as e:
        print("outer", e)

    @acm(3)
    async def h():
        print("in h")

    await h()
    async with AsyncExitStack() as st:
        print(await st.enter_async_context(AM(1)), st.enter_context(M(2)))
        st.push_async_callback(asyncio.sleep, 0)
        st.push_async_exit(AM(3))
        st.callback(print, "sync cb")

        async def pc():
            print("async cb")

        st.push_async_callback(pc)
    try:
        async with AsyncExitStack() as st:
            await st.enter_async_context(AM(1))
            await st.enter_async_context(M(2))
    except TypeError as e:
        print(e)

    async def agen():
        try:
            yield 1
            yield 2
        finally:
            print("agen closed")

    async with aclosing(agen()) as a:
        async for x in a:
            print(x)
            break
    async with nullcontext(7) as q:
        print(q)

    @asynccontextmanager
    async def two():
        yield 1
        yield 2

    try:
        async with two():
            pass
    except RuntimeError as e:
        print(e)
    with suppress(TimeoutError):
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    print(asyncio.get_running_loop().time() > 0.1)


asyncio.run(main())
print(isinstance(M(1), AbstractContextManager), issubclass(AM, AbstractAsyncContextManager))
t(lambda: AbstractContextManager())


@contextmanager
def stop():
    yield


try:
    with stop():
        raise StopIteration("si")
except StopIteration as e:
    print("SI", e)
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])


def grp():
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])


t(grp)
cmx = cm(5)
with cmx:
    pass
t(cmx.__enter__)
