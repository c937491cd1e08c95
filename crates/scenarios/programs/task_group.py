import asyncio

async def fetch(page):
    await asyncio.sleep(page)
    if page == 2:
        raise ValueError("page 2 is missing")
    print(f"page {page}: fetched")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for page in (1, 2, 3):
                group.create_task(fetch(page))
    except* ValueError as failed:
        print("failed:", failed.exceptions)
    print("main: no task is left behind")

asyncio.run(main())
