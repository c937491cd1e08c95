import asyncio


class Pages:
    def __init__(self, items, size):
        self.items, self.size = items, size

    def __aiter__(self):
        self.offset = 0
        return self

    async def __anext__(self):
        page = self.items[self.offset:self.offset + self.size]
        if not page:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        self.offset += self.size
        return page


async def flatten(pages):
    async for page in pages:
        for item in page:
            yield item


async def main():
    pages = Pages(list(range(7)), 3)
    print([page async for page in pages])
    evens = [n async for n in flatten(pages) if n % 2 == 0]
    print(evens)
    async for n in flatten(pages):
        if n > 3:
            print("stop at", n)
            break
    total = 0
    async for page in pages:
        total += sum(page)
    else:
        print("total", total)


asyncio.run(main())
