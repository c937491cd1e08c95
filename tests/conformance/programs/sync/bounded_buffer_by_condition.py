import asyncio


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.condition = asyncio.Condition()

    async def put(self, item):
        async with self.condition:
            await self.condition.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.condition.notify_all()

    async def get(self):
        async with self.condition:
            await self.condition.wait_for(lambda: self.items)
            item = self.items.pop(0)
            self.condition.notify_all()
            return item


async def produce(buffer, name):
    for i in range(3):
        await buffer.put(f"{name}{i}")
        print("put", f"{name}{i}")


async def consume(buffer, count):
    for _ in range(count):
        print("got", await buffer.get())
        await asyncio.sleep(0.1)


async def main():
    buffer = Buffer(2)
    await asyncio.gather(produce(buffer, "x"), produce(buffer, "y"), consume(buffer, 6))


asyncio.run(main())
