import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def child(name):
    before = user.get()
    user.set(name)
    await asyncio.sleep(0)
    return before, user.get()


async def main():
    user.set("main")
    print(await asyncio.gather(child("a"), child("b")))
    print(user.get(), await child("same task"), user.get())
    context = contextvars.copy_context()
    task = asyncio.create_task(child("c"), context=context)
    print(await task, user.get(), context[user])
    asyncio.get_running_loop().call_soon(lambda: print(user.get()), context=context)
    await asyncio.sleep(0)


asyncio.run(main())
