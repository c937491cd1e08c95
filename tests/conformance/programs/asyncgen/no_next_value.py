"""`async for` over what gives no awaitable, or one that fails before it waits; and where frames that did not start are."""


class Fails:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        1 / 0


class Plain(Fails):
    def __anext__(self):
        return 5


class NotAnIterator(Fails):
    def __await__(self):
        return "text"


async def each(source):
    async for value in source:
        print(value)


for source in (Fails(), Plain(), NotAnIterator()):
    coroutine = each(source)
    try:
        coroutine.send(None)
    except TypeError as error:
        print(error, "|", repr(error.__cause__), "|", repr(error.__context__))


def numbers():
    yield 1


async def waits():
    pass


generator = numbers()
print(generator.gi_frame.f_lineno, next(generator), generator.gi_frame.f_lineno)
coroutine = waits()
print(coroutine.cr_frame.f_lineno)
coroutine.close()
