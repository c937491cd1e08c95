import asyncio

async def special_fella(magic_number: int):
    print(f"my lucky number is {magic_number}")
    return magic_number

event_loop = asyncio.new_event_loop()
special_task = asyncio.Task(special_fella(5), loop=event_loop)
another_special_task = asyncio.Task(special_fella(12), loop=event_loop)

print("two tasks in the queue, none has run")
event_loop.run_until_complete(special_task)
print("special_task:", special_task.result())
print("another_special_task:", another_special_task.result())
event_loop.close()
