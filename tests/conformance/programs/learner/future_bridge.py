# From callbacks to await: a future in between.
import asyncio


class Device:
    def __init__(self, loop):
        self.loop = loop

    def read(self, address, callback, errback):
        if address < 0:
            self.loop.call_later(0.1, errback, ValueError(f"bad address {address}"))
        else:
            self.loop.call_later(0.1 * address, callback, address * 100)


def read(device, address):
    future = device.loop.create_future()
    device.read(address, future.set_result, future.set_exception)
    return future


async def main():
    device = Device(asyncio.get_running_loop())
    print(await read(device, 3))
    print(await asyncio.gather(*(read(device, n) for n in (3, 1, 2))))
    try:
        await read(device, -1)
    except ValueError as error:
        print("error:", error)


asyncio.run(main())
