"""Tasks that are not asyncio's own say that they exist and when they run; what asyncio's own do not let go of."""
import asyncio
from asyncio import tasks


class Loop:
    def __repr__(self):
        return "<Loop>"


class Task:
    def __init__(self, loop):
        self._loop = loop
        self.finished = False

    def get_loop(self):
        return self._loop

    def get_name(self):
        return "one of ours"

    def done(self):
        return self.finished

    def __repr__(self):
        return "<Task>"


def attempt(function, *args):
    try:
        print(function.__name__, function(*args))
    except RuntimeError as error:
        print(function.__name__, error)


loop = Loop()
first, second = Task(loop), Task(loop)
attempt(tasks._enter_task, loop, first)
attempt(tasks._leave_task, loop, first)
# Lines are told with the task that is current, unless they are those of another file.
exec("""
def attempt(function, *args):
    try:
        print(function.__name__, function(*args) is None)
    except RuntimeError as error:
        print(function.__name__, str(error)[:23])


first.__class__.__repr__ = object.__repr__
asyncio._set_running_loop(loop)
attempt(tasks._enter_task, loop, first)
print(asyncio.current_task() is first)
attempt(tasks._enter_task, loop, second)
attempt(tasks._leave_task, loop, second)
attempt(tasks._leave_task, loop, first)
attempt(tasks._leave_task, loop, first)
attempt(tasks._swap_current_task, loop, second)
attempt(tasks._swap_current_task, loop, None)
asyncio._set_running_loop(None)
""", {**globals()})
Task.__repr__ = lambda self: "<Task>"

tasks._register_task(first)
print(asyncio.all_tasks(loop), asyncio.all_tasks(Loop()))
first.finished = True
print(asyncio.all_tasks(loop))
first.finished = False
tasks._unregister_task(first)
print(asyncio.all_tasks(loop))


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.current_task()
    for owner, names in ((future, ("_asyncio_future_blocking", "_log_traceback", "_loop", "_state")),
                         (task, ("_log_destroy_pending", "_must_cancel", "_coro", "_fut_waiter"))):
        for name in names:
            try:
                delattr(owner, name)
                print(name, "is gone")
            except AttributeError as error:
                print(name, error)


asyncio.run(main())
