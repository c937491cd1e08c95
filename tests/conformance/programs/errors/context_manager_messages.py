class A:
    async def __aenter__(self): pass
    async def __aexit__(self,*a): pass
class B: pass
class C:
    def __enter__(self): pass
class D:
    def __exit__(self, *a): pass
class E:
    async def __aenter__(self): pass
class F:
    async def __aexit__(self): pass
import functools
class Out:
    class In: pass
for x in (A(), B(), C(), D(), E(), F(), 1, functools.partial(print), Out.In()):
    try:
        with x: pass
    except TypeError as e: print(e)
async def f(x):
    async with x: pass
for x in (A(), B(), C(), D(), E(), F(), 1, type('G', (C, D), {})()):
    try: f(x).send(None)
    except TypeError as e: print(e)
    except StopIteration as e: print('ok')
