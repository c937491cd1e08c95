import asyncio


class Room:
    def __init__(self):
        self.members = {}
        self.history = []

    def join(self, name):
        if name in self.members:
            raise KeyError(f"{name} is here already")
        queue = self.members[name] = asyncio.Queue()
        self.say("*", f"{name} joined")
        return queue

    def say(self, who, text):
        self.history.append(f"{who}: {text}")
        for name, queue in self.members.items():
            if name != who:
                queue.put_nowait(self.history[-1])

    def leave(self, name):
        self.members.pop(name).put_nowait(None)


async def member(room, name, lines):
    inbox = room.join(name)

    async def listen():
        heard = 0
        while (message := await inbox.get()) is not None:
            print(f"[{name}] {message}")
            heard += 1
        return heard

    listener = asyncio.create_task(listen())
    for delay, text in lines:
        await asyncio.sleep(delay)
        room.say(name, text)
    room.leave(name)
    return name, await listener


async def main():
    room = Room()
    print(await asyncio.gather(
        member(room, "eve", [(0.1, "hi"), (0.3, "bye")]),
        member(room, "max", [(0.2, "hello")]),
    ))
    print(len(room.history), room.members)


asyncio.run(main())
