import asyncio

async def work():
    return 1

def main():
    print(await work())

main()
