import asyncio
from unittest import mock

# As tests of asyncio are often written: the loop is a mock, handles are made and run by hand.
loop = mock.Mock()
loop.get_debug.return_value = False

future = asyncio.Future(loop=loop)
future.add_done_callback(print)
print(future.get_loop() is loop, loop.call_soon.called)
future.set_result(3)
print(loop.call_soon.call_count, loop.call_soon.call_args.args[1] is future, list(loop.call_soon.call_args.kwargs))

handle = asyncio.Handle(print, ("one", "two"), loop)
print(handle.cancelled(), handle._args, handle)
handle._run()
handle.cancel()
print(handle, handle.cancelled())


def fail():
    raise ValueError("fail")


asyncio.Handle(fail, (), loop)._run()
context = loop.call_exception_handler.call_args.args[0]
print(context["message"].partition(" at ")[0], sorted(context))

late, soon = asyncio.TimerHandle(10, print, (), loop), asyncio.TimerHandle(5.5, print, (), loop)
print(late.when(), soon < late, late >= soon, sorted([late, soon])[0].when(), late == soon, hash(late) == hash(10))
soon.cancel()
print(loop._timer_handle_cancelled.called, soon)


async def coro():
    return 5


task = asyncio.Task(coro(), loop=loop)
step = loop.call_soon.call_args.args[0]
print(type(step).__name__, step.__self__ is task)
asyncio._set_running_loop(loop)
step()
asyncio._set_running_loop(None)
print(task.result(), task.done())
stray = asyncio.Task(coro(), loop=loop, name="stray")
try:
    loop.call_soon.call_args.args[0]()
except RuntimeError as exc:
    print(str(exc).partition(" id")[0])
asyncio._set_running_loop(loop)
loop.call_soon.call_args.args[0]()
asyncio._set_running_loop(None)
for wrong in 5, "loop":
    try:
        asyncio.set_event_loop(wrong)
    except TypeError as exc:
        print(exc)
