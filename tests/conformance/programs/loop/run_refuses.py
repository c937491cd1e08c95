import asyncio

for value in (None, 3, print):
    try:
        asyncio.run(value)
    except Exception as error:
        print(type(error).__name__, error)
asyncio.get_running_loop()
