import asyncio
import atexit


def bye(name, *, mark="!"):
    print("bye", name + mark)


@atexit.register
def decorated():
    print("decorated")
    raise ValueError("too late")


atexit.register(bye, "first")
atexit.register(bye, "second", mark="?")
atexit.register(bye, "never")
atexit.unregister(print)


async def main():
    await asyncio.sleep(1)
    print("main is done")


class Held:
    def __del__(self):
        print("held is gone")


held = Held()
asyncio.run(main())
raise SystemExit(3)
