# Context managers made by hand, by generators and by contextlib.

import contextlib, io, sys
from contextlib import *

@contextmanager
def tag(name):
    print(f'<{name}>')
    try:
        yield name.upper()
    except KeyError as e:
        print('swallowed', e)
    finally:
        print(f'</{name}>')

with tag('a') as a, tag('b') as b:
    print(a, b)
with tag('x'):
    raise KeyError('k')
try:
    with tag('y'):
        raise ValueError('v')
except ValueError as e:
    print(repr(e))
with ExitStack() as st:
    names = [st.enter_context(tag(f't{i}')) for i in range(3)]
    st.callback(print, 'callback', sep='-')

    @st.push
    def ex(t, v, tb):
        print('exit fn', t)
    print(names)
with ExitStack() as st:
    st.enter_context(tag('kept'))
    keep = st.pop_all()
print('after')
keep.close()
with suppress(ZeroDivisionError, KeyError):
    1 / 0
buf = io.StringIO()
with redirect_stdout(buf):
    print('hidden')
    help
with redirect_stderr(buf):
    print('err', file=sys.stderr)
print(repr(buf.getvalue()))
with closing(io.StringIO('a')) as f:
    print(f.read())
print(f.closed)
with nullcontext(5) as n:
    print(n)

class Timer(ContextDecorator):

    def __enter__(self):
        print('start')
        return self

    def __exit__(self, *e):
        print('end', e[0])
        return True

@Timer()
def work(x):
    print('work', x)
    return 1 / x

print(work(2), work(0))

@tag('deco')
def g():
    return 42

print(g())

@contextmanager
def twice():
    yield 1
    yield 2

try:
    with twice():
        pass
except RuntimeError as e:
    print(e)

@contextmanager
def never():
    if False:
        yield

try:
    with never():
        pass
except RuntimeError as e:
    print(e)
try:
    with 5:
        pass
except TypeError as e:
    print(e)

class Half:

    def __enter__(self):
        pass

try:
    with Half():
        pass
except TypeError as e:
    print(e)

class A(AbstractContextManager):

    def __exit__(self, *a):
        print('exit A')
        return super().__exit__(*a)

with A() as x:
    print(type(x).__name__)
import asyncio

@asynccontextmanager
async def conn(n):
    print('open', n)
    await asyncio.sleep(0.1)
    try:
        yield (n * 2)
    finally:
        print('close', n)

async def main():
    async with AsyncExitStack() as st:
        v = [await st.enter_async_context(conn(i)) for i in (1, 2)]
        st.push_async_callback(asyncio.sleep, 0.2)
        print(v)
    async with aclosing(agen()) as ag:
        async for i in ag:
            print(i)
            if i == 1:
                break
    try:
        async with asyncio.timeout(0.05):
            async with conn(9):
                await asyncio.sleep(1)
    except TimeoutError as e:
        print('timeout', repr(e))
    try:
        with conn(1):
            pass
    except TypeError as e:
        print(e)

async def agen():
    try:
        for i in range(5):
            yield i
    finally:
        print('agen closed')

asyncio.run(main())
print(contextlib.chdir, isinstance(tag('q'), AbstractContextManager))
