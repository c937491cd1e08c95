"""`sys.set_asyncgen_hooks` (PEP 525): who is told of a generator's first step and of its end without a loop, and with one."""
import asyncio
import sys


async def ticker(count):
    try:
        for number in range(count):
            yield number
    finally:
        print("cleanup of", count)


def first(generator):
    print("first step of", generator.__name__)


def final(generator):
    print("nobody holds", generator.__name__)
    generator.aclose().close()


async def leaves_early():
    async for number in ticker(3):
        if number == 1:
            break
    print("left")


before = sys.get_asyncgen_hooks()
print(before, type(before).__module__, len(before))
sys.set_asyncgen_hooks(firstiter=first, finalizer=final)
print(sys.get_asyncgen_hooks() == (first, final), sys.get_asyncgen_hooks().firstiter is first)
try:
    leaves_early().send(None)
except StopIteration:
    print("without a loop: over")
for wrong in ({"firstiter": 3}, {"finalizer": "x"}):
    try:
        sys.set_asyncgen_hooks(**wrong)
    except TypeError as error:
        print(error)


async def main():
    hooks = sys.get_asyncgen_hooks()
    print("the loop has its own:", hooks.firstiter is not first, hooks.finalizer is not final)
    await leaves_early()
    await asyncio.sleep(0)
    sys.set_asyncgen_hooks(firstiter=first)
    generator = ticker(2)
    print(await anext(generator))
    del generator
    await asyncio.sleep(0)


asyncio.run(main())
print(sys.get_asyncgen_hooks().firstiter is first)
sys.set_asyncgen_hooks(*before)
print(sys.get_asyncgen_hooks())
