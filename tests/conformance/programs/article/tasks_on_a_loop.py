# A task made with loop=, before anything runs.
import asyncio


async def special_fella(magic_number: int):
    print(f"my number is {magic_number}")


event_loop = asyncio.new_event_loop()
special_task = asyncio.Task(coro=special_fella(magic_number=5), loop=event_loop)
print(special_task.done(), special_task.get_name())
event_loop.run_until_complete(special_task)
print(special_task.done(), special_task.result())
event_loop.close()
