# Poker hands, tic-tac-toe by minimax, life, sudoku, queens and shortest paths.
import random, itertools, enum, heapq, copy
from functools import total_ordering, cached_property, lru_cache
from collections import Counter, deque, defaultdict

random.seed(2024)


class Suit(enum.StrEnum):
    CLUBS = "♣"
    DIAMONDS = "♦"
    HEARTS = "♥"
    SPADES = "♠"


@total_ordering
class Card:
    RANKS = "23456789TJQKA"

    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit

    def __repr__(self):
        return f"{self.rank}{self.suit}"

    def __eq__(self, o):
        return (self.rank, self.suit) == (o.rank, o.suit)

    def __lt__(self, o):
        return self.value < o.value

    def __hash__(self):
        return hash((self.rank, self.suit))

    @cached_property
    def value(self):
        return self.RANKS.index(self.rank) + 2


class Deck:
    def __init__(self):
        self._cards = [Card(r, s) for s in Suit for r in Card.RANKS]

    def __len__(self):
        return len(self._cards)

    def __getitem__(self, i):
        return self._cards[i]

    def __setitem__(self, i, c):
        self._cards[i] = c

    def deal(self, n):
        hand, self._cards = self._cards[:n], self._cards[n:]
        return sorted(hand, reverse=True)


def rank(hand):
    counts = Counter(c.value for c in hand).most_common()
    flush = len({c.suit for c in hand}) == 1
    vals = sorted((c.value for c in hand), reverse=True)
    straight = all(a - b == 1 for a, b in itertools.pairwise(vals))
    match [n for _, n in counts], flush, straight:
        case _, True, True:
            return 8, vals
        case [4, 1], _, _:
            return 7, counts[0][0]
        case [3, 2], _, _:
            return 6, counts[0][0]
        case _, True, _:
            return 5, vals
        case _, _, True:
            return 4, vals
        case [3, *_], _, _:
            return 3, counts[0][0]
        case [2, 2, 1], _, _:
            return 2, vals
        case [2, *_], _, _:
            return 1, counts[0][0]
        case _:
            return 0, vals


deck = Deck()
random.shuffle(deck)
print(
    len(deck),
    deck[0],
    deck[-1],
    deck[12::13],
    Card("A", Suit.SPADES) in deck,
    random.choice(deck),
    sorted(deck)[:2],
)
for name in "North", "East":
    h = deck.deal(5)
    print(f"{name:>6}: {h} -> {rank(h)}")
print(len(deck), rank([Card(r, Suit.HEARTS) for r in "AKQJT"]), max(deck), min(deck[:10]))
# tic-tac-toe
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


def winner(b):
    return next((b[x] for x, y, z in LINES if b[x] == b[y] == b[z] != " "), None)


@lru_cache(maxsize=None)
def best(b, me, turn):
    if w := winner(b):
        return (1 if w == me else -1), None
    free = [i for i, c in enumerate(b) if c == " "]
    if not free:
        return 0, None
    scores = [(best(b[:i] + turn + b[i + 1 :], me, "XO"[turn == "X"])[0], i) for i in free]
    return (max if turn == me else min)(scores, key=lambda s: (s[0], -s[1]) if turn == me else (s[0], s[1]))


b, turn = "X   O   X", "O"
while winner(b) is None and " " in b:
    score, move = best(b, turn, turn)
    b = b[:move] + turn + b[move + 1 :]
    turn = "O" if turn == "X" else "X"
    print("\n".join("|".join(b[i : i + 3]) for i in (0, 3, 6)), score, sep="\n-> ")
print("winner:", winner(b), best.cache_info().currsize)


# life
def step(cells):
    n = Counter(
        (x + dx, y + dy) for x, y in cells for dx, dy in itertools.product((-1, 0, 1), repeat=2) if dx or dy
    )
    return {c for c, k in n.items() if k == 3 or k == 2 and c in cells}


def show(cells, w=6, h=4):
    return "\n".join("".join(".#"[(x, y) in cells] for x in range(w)) for y in range(h))


cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for gen in range(3):
    print(f"gen {gen}", show(cells), sep="\n")
    cells = step(cells)
# sudoku
GRID = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"


def solve(g):
    try:
        i = g.index(".")
    except ValueError:
        return g
    r, c = divmod(i, 9)
    used = (
        {g[r * 9 + k] for k in range(9)}
        | {g[k * 9 + c] for k in range(9)}
        | {g[(r // 3 * 3 + k // 3) * 9 + c // 3 * 3 + k % 3] for k in range(9)}
    )
    for d in sorted(set("123456789") - used):
        if s := solve(g[:i] + d + g[i + 1 :]):
            return s


s = solve(GRID)
for row in itertools.batched(s, 9):
    print(*row)


# queens + dijkstra + hanoi
def queens(n, placed=()):
    if len(placed) == n:
        yield placed
    for c in range(n):
        if all(c != p and abs(c - p) != len(placed) - i for i, p in enumerate(placed)):
            yield from queens(n, (*placed, c))


print(next(queens(6)), sum(1 for _ in queens(6)))
graph = {
    "A": {"B": 7, "C": 9, "F": 14},
    "B": {"C": 10, "D": 15},
    "C": {"D": 11, "F": 2},
    "D": {"E": 6},
    "F": {"E": 9},
}
und = defaultdict(dict)
for a, edges in graph.items():
    for v, w in edges.items():
        und[a][v] = und[v][a] = w


def dijkstra(start, goal):
    q, seen = [(0, start, [start])], set()
    while q:
        d, n, path = heapq.heappop(q)
        if n == goal:
            return d, "->".join(path)
        if n in seen:
            continue
        seen.add(n)
        for m, w in und[n].items():
            if m not in seen:
                heapq.heappush(q, (d + w, m, [*path, m]))


print(dijkstra("A", "E"), dijkstra("A", "Z"))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}{c}"
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(3)), len(list(hanoi(6))))
rolls = [random.randint(1, 6) + random.randint(1, 6) for _ in range(300)]
for k, v in sorted(Counter(rolls).items()):
    print(f"{k:2d} {v:3d} {'*' * (v // 5)}")
print(
    random.sample("ABCDEFG", 3),
    random.choices(["w", "l"], [3, 1], k=6),
    round(random.gauss(10, 2), 4),
    random.triangular(1, 3),
    random.getstate()[1][-1],
)
