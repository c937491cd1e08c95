import asyncio, types, inspect
async def ag():
    try:
        x = yield 1
        print("got", x)
        await asyncio.sleep(0)
        yield 2
    finally:
        print("cleanup")
async def main():
    a = ag()
    print(await a.__anext__(), await a.asend("hey"))
    try: await a.asend(None)
    except StopAsyncIteration as e: print("stop", repr(e))
    b = ag(); print(await anext(b))
    try: print(await b.athrow(ValueError("x")))
    except ValueError as e: print("v", e)
    c = ag(); await anext(c); await c.aclose(); print(await anext(c, "default"))
    print([x async for x in ag()], {x async for x in ag()}, {x: await asyncio.sleep(0, x) async for x in ag() if x > 1})
    print([await f for f in (asyncio.sleep(0, 1), asyncio.sleep(0, 2))], list([y async for y in (z async for z in ag())]))
    ge = (i async for i in ag()); print(type(ge), await anext(ge)); await ge.aclose()
    async for x in ag():
        if x == 1: break
    else: print("never")
    print("after break")
    @types.coroutine
    def old(): yield; return "old"
    print(await old())
    class AIter:
        def __aiter__(self): self.n = 0; return self
        async def __anext__(self):
            self.n += 1
            if self.n > 2: raise StopAsyncIteration
            return self.n
    print([i async for i in AIter()])
    for bad in (5, [1], ag, AIter):
        try:
            async for _ in bad: pass
        except TypeError as e: print(e)
    try:
        for _ in ag(): pass
    except TypeError as e: print(e)
    try: await 5
    except TypeError as e: print(e)
    try: await None
    except TypeError as e: print(e)
    class BadAw:
        def __await__(self): return 5
    try: await BadAw()
    except TypeError as e: print(e)
    class Aw:
        def __await__(self):
            r = yield from asyncio.sleep(0).__await__()
            return "aw"
    print(await Aw())
    async def co(): return 1
    k = co(); await k
    try: await k
    except RuntimeError as e: print(e)
    print(inspect.getcoroutinestate(k), k.cr_frame, k.cr_await)
    try: co().send(5)
    except TypeError as e: print(e)
    async def raises(): raise StopIteration(3)
    try: await raises()
    except RuntimeError as e: print(e)
    async def ragen():
        yield 1
        raise StopAsyncIteration
    try:
        async for _ in ragen(): pass
    except RuntimeError as e: print(e)
asyncio.run(main())
