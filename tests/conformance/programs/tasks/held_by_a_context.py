"""Tasks that only cycles through context variables keep alive: an actor that notes itself in the context of its own task."""
import asyncio
import gc
from contextvars import ContextVar, copy_context

current = ContextVar("current", default=None)


class Actor:
    def __init__(self, name):
        self.name = name
        self.tasks = set()
        self.inbox = asyncio.Queue()

    def start(self):
        task = asyncio.create_task(self.run(), name=self.name)
        self.tasks.add(task)
        task.add_done_callback(lambda done: print("done", self.name))

    async def run(self):
        current.set(self)
        try:
            print("got", await self.inbox.get())
        finally:
            print("leaving", self.name, current.get() is self)

    def __del__(self):
        print("gone:", self.name)


class Noted:
    def __init__(self):
        self.context = copy_context()
        self.token = self.context.run(current.set, self)

    def __del__(self):
        print("noted one is gone")


async def main():
    noted = Noted()
    del noted
    print("collected:", gc.collect() > 0)
    finished = Actor("finished")
    finished.start()
    finished.inbox.put_nowait("a letter")
    await asyncio.sleep(0.01)
    del finished
    gc.collect()
    print("one was collected")
    asyncio.get_running_loop().call_soon(Actor("again").start)
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("end")
