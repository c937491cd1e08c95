import asyncio
import contextvars

name = contextvars.ContextVar("name", default="default")


def show(where, *rest):
    print(where, name.get())


async def child(where):
    print(where, name.get())
    name.set(where)
    await asyncio.sleep(0)
    return name.get()


async def main():
    loop = asyncio.get_running_loop()
    name.set("main")
    other = contextvars.copy_context()
    other.run(name.set, "other")
    loop.call_soon(show, "soon")
    loop.call_soon(show, "soon other", context=other)
    handle = loop.call_later(1, show, "later other")
    print(handle.get_context() is other, handle.get_context()[name])
    loop.call_at(loop.time() + 1, lambda: show("at"), context=other)
    future = loop.create_future()
    future.add_done_callback(lambda f: show("callback"))
    future.add_done_callback(lambda f: show("callback other"), context=other)
    name.set("changed")
    future.set_result(None)
    print(await asyncio.create_task(child("copy")), name.get())
    task = asyncio.create_task(child("shared"), context=other)
    print(task.get_context() is other, await task, other[name], name.get())
    await asyncio.sleep(2)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child("grouped"), context=other)
    print(task.result(), other[name])


asyncio.run(main())
print(name.get())
