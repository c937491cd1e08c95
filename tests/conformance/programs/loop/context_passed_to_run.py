import asyncio
import contextvars

request = contextvars.ContextVar("request")


async def handle():
    print(request.get("unset"))
    request.set("inside")


context = contextvars.copy_context()
context.run(request.set, "outside")
with asyncio.Runner() as runner:
    runner.run(handle(), context=context)
    runner.run(handle())
    runner.run(handle())
print(context[request], request.get("module unset"))
