"""A warning that is raised as an error holds nothing of where it was raised, once it was handled."""
import asyncio
import warnings

warnings.simplefilter("error")


class Kept:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def by_text():
    kept = Kept("by text")
    try:
        warnings.warn("do not")
    except UserWarning as error:
        print("raised", error, kept.name)


def by_object():
    kept = Kept("by object")
    try:
        warnings.warn(DeprecationWarning("old"))
    except DeprecationWarning as error:
        print("raised", error, kept.name)


@warnings.deprecated("use by_text")
def outdated():
    return 1


async def main():
    kept = Kept("in a task")
    try:
        outdated()
    except DeprecationWarning as error:
        print("raised", error, kept.name)
    return asyncio.sleep(0)


by_text()
print("after the text")
by_object()
print("after the object")
warnings.simplefilter("always")
warnings.filterwarnings("error", category=DeprecationWarning)
warnings.showwarning = lambda message, category, *rest: print("told:", category.__name__, message)
left = asyncio.run(main())
del left
print("end")
