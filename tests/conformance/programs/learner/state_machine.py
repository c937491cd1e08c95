import asyncio
from enum import Enum


class Light(Enum):
    RED = 3
    GREEN = 2
    YELLOW = 1

    def next(self):
        order = list(Light)
        return order[(order.index(self) + 1) % len(order)]


class TrafficLight:
    def __init__(self):
        self.state = Light.RED
        self.changed = asyncio.Condition()

    async def run(self, changes):
        for _ in range(changes):
            await asyncio.sleep(self.state.value)
            async with self.changed:
                self.state = self.state.next()
                self.changed.notify_all()


async def car(name, light):
    async with light.changed:
        await light.changed.wait_for(lambda: light.state is Light.GREEN)
        print(f"{name} goes at {asyncio.get_running_loop().time():.0f}, {light.state}")


async def main():
    light = TrafficLight()
    async with asyncio.TaskGroup() as group:
        group.create_task(light.run(4))
        for name in ("bus", "taxi"):
            group.create_task(car(name, light))
    print(light.state.name, repr(light.state))


asyncio.run(main())
