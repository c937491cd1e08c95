"""What is called with a wrong `*` or `**` is named in full; methods without an object, functions with too much."""
import asyncio
import math
import time


def attempt(text):
    try:
        print(text, "gives", eval(text))
    except TypeError as error:
        print(text, "|", error)


class Plain:
    def method(self):
        return self


for text in ("math.sqrt(*5)", "math.sqrt(**5)", "math.sqrt(1, **{'a': 1}, **{'a': 2})", "[].append(*5)", "list.append(*5)",
             "'a'.join(*None)", "dict.fromkeys(*5)", "{}.update(**5)", "print(*5)", "len(**5)", "int(*5)", "Plain(*5)",
             "Plain().method(*5)", "Plain.method(**5)", "asyncio.sleep(*5)", "(lambda: 1)(*5)"):
    attempt(text)
for text in ("asyncio.Task.cancel()", "asyncio.Task.__init__()", "asyncio.Future.result()", "asyncio.Future.set_result()",
             "asyncio.Future.__init__()", "str.upper()", "list.append()", "dict.__len__()"):
    attempt(text)
for text in ("time.time(1)", "time.monotonic(1, 2)", "time.perf_counter(now=1)", "time.time_ns(1)", "math.floor()",
             "math.floor(1, 2)", "math.ceil(x=1)", "math.trunc()"):
    attempt(text)


async def main():
    loop = asyncio.get_running_loop()
    work = asyncio.sleep(0)
    for start in (lambda: asyncio.create_task(work, nam="x"), lambda: asyncio.Future(lop=loop),
                  lambda: loop.call_soon(print, contxt=None), lambda: asyncio.current_task().cancel(mesg="x")):
        try:
            start()
        except TypeError as error:
            print(error)
    await work

asyncio.run(main())
