# A loop made with a selector of the script's choice, and what is abstract in the classes above it.
import asyncio
import inspect
import selectors


async def main():
    await asyncio.sleep(0.1)
    print(asyncio.get_running_loop().is_running())


asyncio.run(main(), loop_factory=lambda: asyncio.SelectorEventLoop(selectors.SelectSelector()))
with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
    runner.run(main())

abstract = asyncio.AbstractEventLoop()
for name, given in (("call_soon", 1), ("add_reader", 2), ("create_task", 1), ("add_signal_handler", 2), ("stop", 0)):
    try:
        getattr(abstract, name)(*[None] * given)
    except NotImplementedError:
        print(name, "is left to others")
for name in ("sock_recv", "create_server", "shutdown_asyncgens"):
    print(name, inspect.iscoroutinefunction(getattr(abstract, name)))
try:
    asyncio.run(abstract.getaddrinfo("localhost", 80))
except NotImplementedError as exc:
    print("awaited:", repr(exc))
server = asyncio.AbstractServer()
try:
    server.close()
except NotImplementedError:
    print("nothing to close")
