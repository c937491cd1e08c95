def quicksort(items):
    if len(items) <= 1:
        return items
    pivot, *rest = items
    return quicksort([n for n in rest if n < pivot]) + [pivot] + quicksort([n for n in rest if n >= pivot])


def primes(limit):
    sieve = [True] * (limit + 1)
    for n in range(2, limit + 1):
        if sieve[n]:
            yield n
            for multiple in range(n * n, limit + 1, n):
                sieve[multiple] = False


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def permutations(text):
    if not text:
        return [""]
    return [c + p for i, c in enumerate(text) for p in permutations(text[:i] + text[i + 1:])]


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(quicksort([5, 3, 8, 1, 9, 2]))
print(list(primes(30)), " ".join(hanoi(3)), permutations("abc"), gcd(1071, 462))
print([[(i * j) % 7 for j in range(4)] for i in range(3)], 2 ** 200 % 1_000_007)
memo = {}


def fib(n):
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]


print(fib(90), len(memo))
