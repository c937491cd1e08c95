import asyncio

ALIVE, DEAD = "#", "."


def step(cells):
    around = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    around[key] = around.get(key, 0) + 1
    return {cell for cell, n in around.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells, size=5):
    return "\n".join("".join(ALIVE if (x, y) in cells else DEAD for x in range(size)) for y in range(size))


async def main():
    cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
    for generation in range(3):
        print(f"generation {generation}")
        print(show(cells))
        cells = step(cells)
        await asyncio.sleep(0.5)


asyncio.run(main())
