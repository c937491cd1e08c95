import asyncio
from collections import defaultdict


class Bus:
    def __init__(self):
        self.subscribers = defaultdict(list)

    def on(self, topic):
        def register(function):
            self.subscribers[topic].append(function)
            return function
        return register

    async def publish(self, topic, **payload):
        results = [f(**payload) for f in self.subscribers[topic]]
        return await asyncio.gather(*(r for r in results if asyncio.iscoroutine(r)))


bus = Bus()


@bus.on("order")
async def charge(order, price):
    await asyncio.sleep(0.2)
    print(f"charged {price:.2f} for {order}")
    return "charged"


@bus.on("order")
def log(order, **rest):
    print("log:", order, rest)


@bus.on("order")
async def ship(order, price):
    await asyncio.sleep(0.1)
    print("shipped", order)
    return "shipped"


async def main():
    print(await bus.publish("order", order="book", price=12.5))
    print(await bus.publish("nothing"))


asyncio.run(main())
