import asyncio, warnings


async def f():
    pass


warnings.simplefilter("ignore")
f()
warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    f()
    f()
print([str(x.message) for x in w], w[0].category)
with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="coroutine .* never awaited")
    f()


def show(message, category, filename, lineno, file=None, line=None):
    print("SHOW", message, category.__name__, lineno)


warnings.showwarning = show
f()
warnings.warn("direct")
print("end")
