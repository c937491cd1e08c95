import asyncio

SITE = {
    "/": ["/about", "/blog"],
    "/about": ["/"],
    "/blog": ["/blog/1", "/blog/2", "/about"],
    "/blog/1": [],
    "/blog/2": ["/missing"],
}


class NotFound(Exception):
    pass


async def fetch(url):
    await asyncio.sleep(0.1 + len(url) / 100)
    try:
        return SITE[url]
    except KeyError:
        raise NotFound(url) from None


async def crawl(url, seen, limit, depth=0):
    if url in seen:
        return
    seen[url] = depth
    async with limit:
        try:
            links = await fetch(url)
        except NotFound as error:
            print(f"404 {error}")
            return
    print("  " * depth + url)
    await asyncio.gather(*(crawl(link, seen, limit, depth + 1) for link in links))


async def main():
    seen = {}
    await crawl("/", seen, asyncio.Semaphore(2))
    print(len(seen), max(seen, key=seen.get), sorted(seen.items(), key=lambda kv: (-kv[1], kv[0]))[0])


asyncio.run(main())
