import asyncio

async def triple(val: int):
    return val * 3

async def main():
    triple_task = asyncio.Task(triple(5))
    tripled = await triple_task
    return tripled + 2

loop = asyncio.new_event_loop()
main_task = asyncio.Task(main(), loop=loop)
loop.run_forever()
