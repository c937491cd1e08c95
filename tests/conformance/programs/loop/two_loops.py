import asyncio


async def work(name):
    for i in range(2):
        await asyncio.sleep(0.1)
        print(name, i)


first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
task = first.create_task(work("first"))
second.run_until_complete(work("second"))
first.run_until_complete(task)
first.close()
second.close()
asyncio.run(work("third"))
