# Sorting, searching, trees, graphs and dynamic programming, as textbooks have them.
import heapq, bisect, math, random, itertools, operator, functools, collections, string, time, timeit, array, struct, decimal, fractions, statistics, cmath, numbers


def merge_sort(xs, key=lambda x: x):
    if len(xs) <= 1:
        return xs
    m = len(xs) // 2
    l, r = merge_sort(xs[:m], key), merge_sort(xs[m:], key)
    out = []
    while l and r:
        out.append((l if key(l[0]) <= key(r[0]) else r).pop(0))
    return out + l + r


def quick(xs):
    return (
        []
        if not xs
        else quick([x for x in xs[1:] if x < xs[0]]) + [xs[0]] + quick([x for x in xs[1:] if x >= xs[0]])
    )


def bubble(xs):
    xs = xs[:]
    swaps = 0
    for i in range(len(xs)):
        for j in range(len(xs) - i - 1):
            if xs[j] > xs[j + 1]:
                xs[j], xs[j + 1] = xs[j + 1], xs[j]
                swaps += 1
    return xs, swaps


rng = random.Random(1)
data = [rng.randrange(100) for _ in range(12)]
print(
    data,
    merge_sort(data) == quick(data) == bubble(data)[0] == sorted(data),
    bubble(data)[1],
    merge_sort(["pear", "fig", "apple"], key=len),
)


def bsearch(xs, t):
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) >> 1
        if xs[mid] < t:
            lo = mid + 1
        else:
            hi = mid
    return lo if lo < len(xs) and xs[lo] == t else -1


s = sorted(data)
print(
    [bsearch(s, t) for t in (s[0], s[-1], 55, -1)],
    bisect.bisect(s, 50),
    [("FDCBA")[bisect.bisect([60, 70, 80, 90], g)] for g in (33, 99, 77, 70, 89, 90)],
    bisect.insort(s, 50),
    s,
)


@functools.cache
def lcs(a, b):
    return (
        ""
        if not a or not b
        else lcs(a[:-1], b[:-1]) + a[-1] if a[-1] == b[-1] else max(lcs(a[:-1], b), lcs(a, b[:-1]), key=len)
    )


@functools.lru_cache(None)
def edit(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(edit(a[1:], b) + 1, edit(a, b[1:]) + 1, edit(a[1:], b[1:]) + (a[0] != b[0]))


print(lcs("AGGTAB", "GXTXAYB"), edit("kitten", "sitting"), edit.cache_info(), lcs.cache_info().hits)


def knap(items, cap):
    best = [0] * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1):
            best[c] = max(best[c], best[c - w] + v)
    return best[cap]


def coins(ds, n):
    w = [1] + [0] * n
    for d in ds:
        for i in range(d, n + 1):
            w[i] += w[i - d]
    return w[n]


print(
    knap([(1, 1), (3, 4), (4, 5), (5, 7)], 7),
    coins((1, 5, 10, 25, 50), 100),
    math.comb(10, 3),
    sum(1 for _ in itertools.permutations("abcd")),
)


class Node:
    __slots__ = "val", "left", "right"

    def __init__(self, val):
        self.val = val
        self.left = self.right = None

    def insert(self, v):
        side = "left" if v < self.val else "right"
        if (c := getattr(self, side)) is None:
            setattr(self, side, Node(v))
        else:
            c.insert(v)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.val
        if self.right:
            yield from self.right

    def __contains__(self, v):
        return v == self.val or bool(n := self.left if v < self.val else self.right) and v in n

    def __bool__(self):
        return True

    def depth(self):
        return 1 + max((n.depth() for n in (self.left, self.right) if n), default=0)

    def show(self, lvl=0):
        return "".join(
            [
                self.right.show(lvl + 1) if self.right else "",
                "  " * lvl,
                str(self.val),
                "\n",
                self.left.show(lvl + 1) if self.left else "",
            ]
        )


t = Node(50)
[t.insert(x) for x in (30, 70, 20, 40, 60, 80, 65)]
print(
    list(t),
    60 in t,
    61 in t,
    t.depth(),
    sum(t),
    max(t),
    min(t, key=lambda v: abs(v - 33)),
    t.show(),
    sep="\n",
)


class LinkedList:
    class _N:
        def __init__(s, v, n=None):
            s.v, s.n = v, n

    def __init__(self, it=()):
        self.head = None
        self.size = 0
        [self.push(x) for x in it]

    def push(self, v):
        self.head = self._N(v, self.head)
        self.size += 1
        return self

    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.n

    def __len__(self):
        return self.size

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"

    def reverse(self):
        prev, cur = None, self.head
        while cur:
            cur.n, prev, cur = prev, cur, cur.n
        self.head = prev
        return self

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList(list(self)[i][::-1])
        if i < 0:
            i += len(self)
        if not 0 <= i < len(self):
            raise IndexError("list index out of range")
        return next(itertools.islice(self, i, None))


ll = LinkedList("abcd")
print(
    ll,
    len(ll),
    ll.reverse(),
    ll[0],
    ll[-1],
    ll[1:3],
    "c" in ll,
    list(reversed(list(ll))),
    LinkedList(),
    sorted(ll, reverse=True),
    *ll,
    max(ll, key=ord),
)
try:
    ll[9]
except IndexError as e:
    print(e)
G = {"a": "bc", "b": "d", "c": "de", "d": "f", "e": "f", "f": ""}


def bfs(s, t):
    q = collections.deque([[s]])
    seen = {s}
    while q:
        if (p := q.popleft())[-1] == t:
            return p
        for n in G[p[-1]]:
            if n not in seen:
                seen.add(n)
                q.append(p + [n])


def dfs(n, seen=None):
    seen = [] if seen is None else seen
    seen.append(n)
    for m in G[n]:
        m in seen or dfs(m, seen)
    return seen


def topo():
    deg = collections.Counter(m for v in G.values() for m in v)
    q = [n for n in G if not deg[n]]
    out = []
    while q:
        out.append(n := heapq.heappop(q))
        for m in G[n]:
            deg[m] -= 1
            if not deg[m]:
                heapq.heappush(q, m)
    return out


print(
    bfs("a", "f"),
    dfs("a"),
    topo(),
    [*itertools.chain.from_iterable(itertools.combinations("abc", r) for r in range(4))],
)


class UF:
    def __init__(self, n):
        self.p = list(range(n))

    def find(self, x):
        while self.p[x] != x:
            self.p[x] = self.p[self.p[x]]
            x = self.p[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self.p[a] = b
        return a != b


u = UF(5)
print(
    [w for w, a, b in sorted([(3, 0, 1), (1, 1, 2), (2, 0, 2), (5, 3, 4), (4, 2, 3)]) if u.union(a, b)], u.p
)


class PQ:
    def __init__(self):
        self.h, self.c, self.dead = [], itertools.count(), set()

    def add(self, x, p=0):
        heapq.heappush(self.h, (p, next(self.c), x))

    def pop(self):
        while self.h:
            p, c, x = heapq.heappop(self.h)
            if x not in self.dead:
                return x, p
        raise KeyError("pop from an empty priority queue")


pq = PQ()
[pq.add(x, p) for x, p in [("code", 5), ("eat", 1), ("sleep", 1), ("test", 3)]]
pq.dead.add("test")
print(pq.pop(), pq.pop(), pq.pop())
try:
    pq.pop()
except KeyError as e:
    print("KeyError", e, e.args)


def gcd(a, b):
    return a if not b else gcd(b, a % b)


def is_prime(n):
    return n > 1 and all(n % i for i in range(2, math.isqrt(n) + 1))


def pf(n):
    return [] if n == 1 else [p := next(i for i in range(2, n + 1) if n % i == 0)] + pf(n // p)


print(
    gcd(48, 36),
    [*filter(is_prime, range(30))],
    pf(360),
    pow(2, 100) % 97,
    math.factorial(20),
    sum(map(int, str(2**100))),
    f"{2**100:,}",
    10**30 // 7,
    divmod(-17, 5),
    (0.1 + 0.2).hex(),
    fractions.Fraction(0.1).limit_denominator(),
    round(math.pi, 10),
    math.isclose(sum([0.1] * 10), 1),
    cmath.sqrt(-4),
    abs(3 + 4j),
    complex("1-2j").conjugate(),
    cmath.polar(1j),
    int("1" * 50) % 13,
    (2**64).bit_length(),
    ~0b1010 & 0xF,
    5 ^ 3,
    bin(10)[2:].zfill(8),
)


def perms(s):
    return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1 :])]


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


print(perms("abc"), *pascal(5), sep="\n")
print("\n".join(" ".join(map(str, r)).center(20) for r in pascal(5)))


def spiral(m):
    return [*m[0], *spiral([*zip(*m[1:])][::-1])] if m else []


print(
    spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]),
    [*zip(*[[1, 2], [3, 4]])],
    [list(r)[::-1] for r in zip(*[[1, 2], [3, 4]])],
    [[int(i == j) for j in range(3)] for i in range(3)],
)
print(
    all(s == s[::-1] for s in ("racecar", "level")),
    sorted("listen") == sorted("silent"),
    collections.Counter("mississippi").most_common(),
    "".join(sorted(set("hello"), key="hello".index)),
    [w for w in "the cat sat".split() if w[1:] == "at"],
    "hello world".title().swapcase(),
    "abc".translate(str.maketrans("abc", "xyz")),
    " ".join(w[::-1] for w in "ab cd".split()),
    max("aaabbc", key="aaabbc".count),
    {c: ord(c) for c in "hi"},
    [i for i, c in enumerate("banana") if c == "a"],
)
print(
    statistics.mean(data),
    statistics.median(data),
    statistics.pstdev([1, 2, 3, 4]),
    statistics.multimode(data),
    statistics.quantiles(data, n=4),
    array.array("i", data[:3]),
    struct.pack(">H", 258),
    decimal.Decimal("1.10") + 1,
    isinstance(True, numbers.Integral),
)
for n in range(1, 16):
    print("Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n, end=" ")
print()
print(
    *("".join("*" if abs(x) + abs(y) <= 2 else " " for x in range(-2, 3)).rstrip() for y in range(-2, 3)),
    sep="\n",
)
