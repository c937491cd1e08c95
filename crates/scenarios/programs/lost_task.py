import asyncio

async def send_mail(to):
    print(f"mail to {to}: connecting")
    await asyncio.sleep(1)
    print(f"mail to {to}: sent")

async def main():
    asyncio.create_task(send_mail("ann"))
    await asyncio.sleep(0.5)
    print("main: done; no need to wait, is there?")

asyncio.run(main())
print("program: ann never got it")
