import asyncio, sys
def out(*a): print(*a, file=sys.stderr)
async def hang(n):
    try: await asyncio.get_running_loop().create_future()
    finally: out("closing", n)
class D:
    def __init__(s, n): s.n = n
    def __del__(s): out("del", s.n)
async def main():
    a = D("a"); a.me = a
    for i in range(3): asyncio.create_task(hang(i), name=f"t{i}")
    b = D("b"); b.me = b
    await asyncio.sleep(0)
    await asyncio.sleep(0)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
out("end of main")
