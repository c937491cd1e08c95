# Who is where, and who awaits whom.
import asyncio
import io


def without_ids(text):
    first, *rest = text.split("id=0x")
    return first + "".join("ID" + part[part.index(")"):] for part in rest)


async def leaf(event):
    await event.wait()


async def branch(event):
    await leaf(event)


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(branch(event), name="branch")
    waiting = asyncio.gather(task)
    await asyncio.sleep(0)
    print(without_ids(asyncio.format_call_graph(task)))
    for limit in (1, -1, 0):
        print(limit, without_ids(asyncio.format_call_graph(task, limit=limit)))
    graph = asyncio.capture_call_graph(task)
    print([entry.frame.f_code.co_name for entry in graph.call_stack], graph.future is task)
    print([waiter.future.get_name() for waiter in graph.awaited_by])
    event.set()
    await waiting
    print(without_ids(asyncio.format_call_graph(task)))
    await own()


def helper():
    return asyncio.format_call_graph()


async def own():
    print(without_ids(helper()))
    out = io.StringIO()
    asyncio.print_call_graph(file=out, depth=2)
    print(without_ids(out.getvalue()), end="")

    async def generator():
        yield without_ids(asyncio.format_call_graph())

    async for text in generator():
        print(text)
    asyncio.get_running_loop().call_soon(lambda: print(asyncio.capture_call_graph()))
    await asyncio.sleep(0)
    async with asyncio.TaskGroup() as group:
        group.create_task(child(), name="child")
    await asyncio.shield(asyncio.create_task(child(), name="shielded"))


async def child():
    await asyncio.sleep(0)
    print(without_ids(asyncio.format_call_graph()))


asyncio.run(main())
for wrong in ((), (5,)):
    try:
        asyncio.capture_call_graph(*wrong)
    except (RuntimeError, TypeError) as error:
        print(error)
