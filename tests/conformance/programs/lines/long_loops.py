# Loops that go round often enough to be run another way, and what must not show that they are.
import asyncio
import random
import time

turns = 0
total = 0
while turns < 700:
    turns += 1
    if turns % 3:
        continue
    total += turns
print(turns, total)


def growing(count):
    number = 1
    for index in range(count):
        number = number * 3 + index
        if index % 300 == 299:
            number %= 1_000_003
    return number


def counted(count):
    inside = 0
    for _ in range(count):
        x, y = random.random(), random.random()
        if x * x + y * y < 1.0:
            inside += 1
    return inside


def stopped():
    left = 500.0
    try:
        while True:
            left -= 1.0
            ratio = 100 / left
    except ZeroDivisionError as error:
        return error, left, ratio


async def patient(allotment):
    begin = time.monotonic()
    count = 0
    while time.monotonic() - begin < allotment:
        count += 1
    await asyncio.sleep(0)
    for index in range(600):
        count -= 1
        if index == 550:
            print("nearly", count)
    return count


async def main():
    print(await asyncio.gather(patient(0.00003), patient(0.00002)))
    print(f"{asyncio.get_running_loop().time():.9f}")


print(growing(650), counted(500), random.random())
print(stopped())
asyncio.run(main())
