import asyncio
async def work(): await asyncio.sleep(10)
async def fail(): raise ValueError('x')
class Holder: pass
async def main():
    h = Holder()
    h.fut = asyncio.get_running_loop().create_future()
    h.fut.add_done_callback(lambda f: h)
    h.task = asyncio.create_task(fail())
    h.me = h
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        raise KeyError('k')
    except KeyError as e:
        f2 = asyncio.get_running_loop().create_future()
        f2.set_exception(e)
asyncio.run(main())
print('after')
import gc
gc.collect()
print('end')
