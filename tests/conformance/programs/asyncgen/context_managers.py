import asyncio
from contextlib import asynccontextmanager


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("close", self.name, kind and kind.__name__)
        return kind is ValueError


@asynccontextmanager
async def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    finally:
        print("exit", name)


async def main():
    async with Resource("a") as a, Resource("b"), managed("c") as c:
        print(a.name, c)
        raise ValueError
    try:
        async with managed("d"):
            raise KeyError("k")
    except KeyError as error:
        print(error)
    try:
        with Resource("e"):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
