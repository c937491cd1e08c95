"""`in` on what cannot be searched, and what the queue and a context say to values of a wrong kind."""
import asyncio
import contextvars


class NoIteration:
    __iter__ = None


class NoContains(list):
    __contains__ = None


class NoIterationButItems:
    __iter__ = None

    def __getitem__(self, at):
        raise IndexError(at)


for container in (NoIteration(), NoContains(), NoIterationButItems(), 5, None, object):
    try:
        print(1 in container)
    except TypeError as error:
        print(error)
for start in (lambda: contextvars.copy_context()[1], lambda: contextvars.copy_context().get("x"),
              lambda: "x" in contextvars.copy_context(), lambda: asyncio.Queue("3").full(),
              lambda: asyncio.Queue("3").put_nowait(1), lambda: asyncio.Queue(float("nan")).full()):
    try:
        print(start())
    except TypeError as error:
        print(error)
