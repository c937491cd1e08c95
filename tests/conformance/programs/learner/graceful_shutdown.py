import asyncio


async def server(stop, log):
    try:
        while not stop.is_set():
            log.append("serving")
            try:
                await asyncio.wait_for(stop.wait(), timeout=0.3)
            except TimeoutError:
                pass
    finally:
        log.append("closing")
        await asyncio.sleep(0.1)
        log.append("closed")


async def main():
    stop, log = asyncio.Event(), []
    loop = asyncio.get_running_loop()
    loop.call_later(1, stop.set)
    await server(stop, log)
    print(log, round(loop.time(), 2))


asyncio.run(main())
