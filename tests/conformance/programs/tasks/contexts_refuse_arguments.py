"""Too much, too little and names where there are none: context variables, contexts, generators, and what misses an argument."""
import asyncio
import contextvars
import datetime

number = contextvars.ContextVar("number")
context = contextvars.copy_context()


async def plain():
    return 1


def values():
    yield 1


async def stream():
    yield 1


coroutine, generator, agen = plain(), values(), stream()
calls = ["number.get(1, 2)", "number.get(default=1)", "number.get(3)", "number.set()", "number.set(1, 2)", "number.set(value=3)",
         "number.reset()", "number.reset(5)", "context.get()", "context.get(number, 1, 2)", "context.get(number, default=1)",
         "context.keys(1)", "context.items(2)", "context.values(3)", "context.copy(1)", "contextvars.copy_context(1)",
         "coroutine.send(value=1)", "coroutine.throw(type=1)", "coroutine.close(1)", "coroutine.close(x=1)",
         "generator.send(value=1)", "generator.throw(x=1)", "generator.close(x=1)", "agen.asend(value=1)", "agen.aclose(1)",
         "bytearray(b'a').copy(1)", "bytearray(b'a').clear(1)", "bytearray(b'a').reverse(1)", "b'a'.center(width=3)",
         "int.from_bytes(order=1)", "datetime.date.today().strftime(1, 2)", "datetime.date.today().strftime(a=1)",
         "datetime.date.fromisocalendar(1, 2, 3, 4)", "open(name='x')", "pow(a=1)", "round(value=1)", "enumerate(items=[])",
         "datetime.date(2024, month=1, x=2)"]
for call in calls:
    try:
        print(f"{call}: {eval(call)!r}")
    except (TypeError, LookupError) as error:
        print(f"{call}: {type(error).__name__}: {str(error).split(' at 0x')[0]}")


async def main():
    number.set("inside")
    print(number.get("default"), number.get(), await coroutine, [x async for x in agen], next(generator))


asyncio.run(main())
