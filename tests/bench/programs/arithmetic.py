# A hot loop of plain arithmetic.
TURNS = 3_000_000  # quick: 300_000


def work():
    total = 0
    for number in range(TURNS):
        total += number * number % 7
        if total > 1_000_000:
            total -= 1_000_000
    return total


print(work())
