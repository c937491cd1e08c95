"""Cards, sudoku, life, n queens, a maze: seeded games."""
import functools
import heapq
import itertools
import random
from collections import Counter, deque
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto, unique


@unique
class Suit(Enum):
    CLUBS = "♣"
    DIAMONDS = "♦"
    HEARTS = "♥"
    SPADES = "♠"

    def __lt__(self, other):
        if not isinstance(other, Suit):
            return NotImplemented
        members = list(type(self))
        return members.index(self) < members.index(other)

    @property
    def red(self):
        return self in (Suit.DIAMONDS, Suit.HEARTS)


class Rank(IntEnum):
    TWO = 2
    THREE = auto()
    FOUR = auto()
    FIVE = auto()
    SIX = auto()
    SEVEN = auto()
    EIGHT = auto()
    NINE = auto()
    TEN = auto()
    JACK = auto()
    QUEEN = auto()
    KING = auto()
    ACE = auto()

    def __str__(self):
        return str(self.value) if self <= 10 else self.name[0]


@functools.total_ordering
@dataclass(frozen=True)
class Card:
    rank: Rank
    suit: Suit

    def __lt__(self, other):
        return (self.rank, self.suit) < (other.rank, other.suit)

    def __str__(self):
        return f"{self.rank}{self.suit.value}"


@dataclass
class Deck:
    cards: list[Card] = field(default_factory=lambda: [Card(r, s) for s, r in itertools.product(Suit, Rank)], repr=False)
    name: str = "deck"

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, index):
        return self.cards[index]

    def __iter__(self):
        yield from self.cards

    def deal(self, count):
        dealt, self.cards[-count:] = self.cards[-count:], []
        return dealt


def score(hand):
    ranks = Counter(c.rank for c in hand)
    flush = len({c.suit for c in hand}) == 1
    values = sorted(ranks)
    straight = len(values) == 5 and values[-1] - values[0] == 4
    match sorted(ranks.values(), reverse=True), straight, flush:
        case _, True, True:
            return "straight flush"
        case [4, 1], *_:
            return "four of a kind"
        case [3, 2], *_:
            return "full house"
        case _, _, True:
            return "flush"
        case _, True, _:
            return "straight"
        case [3, *_], *_:
            return "three of a kind"
        case [2, 2, _], *_:
            return "two pairs"
        case [2, *_], *_:
            return f"pair of {ranks.most_common(1)[0][0].name.lower()}s"
    return f"high {max(hand)}"


deck = Deck()
random.seed(2024)
random.shuffle(deck.cards)
print(deck, len(deck), deck[0], max(deck), Card(Rank.ACE, Suit.HEARTS) in deck)
for player in range(5):
    hand = sorted(deck.deal(5), reverse=True)
    print(*hand, "->", score(hand))
print(score([Card(Rank(r), Suit.CLUBS) for r in range(2, 7)]), repr(hand[0]), Suit("♥").red, Rank.KING + 1, Rank["TWO"], f"{Rank.ACE:>3}|{Rank.ACE!r}")
try:
    Suit("x")
except ValueError as error:
    print(error)
try:
    Suit.CLUBS < 3
except TypeError as error:
    print(error)
print(random.choices("abc", weights=[5, 1, 1], k=8), random.sample(range(100), 5), round(random.gauss(0, 1), 6), random.randrange(0, 100, 7), random.getrandbits(20))
rng = random.Random("seeded")
print([rng.randint(1, 6) for _ in range(10)], rng.uniform(1, 2), rng.choice(["x", "y"]), rng.triangular(0, 10, 5), rng.betavariate(1, 2))
state = rng.getstate()
first = rng.random()
rng.setstate(state)
print(first == rng.random(), rng.randbytes(4))

PUZZLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
peers = [{i for i in range(81) if i != p and (i // 9 == p // 9 or i % 9 == p % 9 or (i // 27 == p // 27 and i % 9 // 3 == p % 9 // 3))} for p in range(81)]


def solve(grid):
    best = None
    for place, digit in enumerate(grid):
        if digit == ".":
            options = set("123456789") - {grid[q] for q in peers[place]}
            if best is None or len(options) < len(best[1]):
                best = place, options
    if best is None:
        return grid
    place, options = best
    for digit in sorted(options):
        if (solved := solve(grid[:place] + digit + grid[place + 1:])) is not None:
            return solved
    return None


solved = solve(PUZZLE)
for row in itertools.batched(solved, 9):
    print(" ".join(row))


def life(cells):
    around = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, n in around.items() if n == 3 or n == 2 and c in cells}


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(4):
    glider = life(glider)
print(sorted(glider))


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for column in range(n):
        if all(column != c and abs(column - c) != len(placed) - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (column,))


print(next(queens(8)), sum(1 for _ in queens(6)))
MAZE = ["S.#.....", ".##.###.", "....#...", ".##.#.#.", "...#..#E"]
start, end = [(r, row.index(ch)) for ch in "SE" for r, row in enumerate(MAZE) if ch in row]
queue, came = deque([start]), {start: None}
while queue and (here := queue.popleft()) != end:
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        there = here[0] + dr, here[1] + dc
        if 0 <= there[0] < 5 and 0 <= there[1] < 8 and MAZE[there[0]][there[1]] != "#" and there not in came:
            came[there] = here
            queue.append(there)
path = []
while here:
    path.append(here)
    here = came[here]
print(len(path), path[::-1][:5])
GRAPH = {"A": {"B": 7, "C": 9, "F": 14}, "B": {"C": 10, "D": 15}, "C": {"D": 11, "F": 2}, "D": {"E": 6}, "F": {"E": 9}}


def dijkstra(graph, start):
    best, heap = {}, [(0, start)]
    while heap:
        cost, node = heapq.heappop(heap)
        if node in best:
            continue
        best[node] = cost
        for other, weight in graph.get(node, {}).items():
            heapq.heappush(heap, (cost + weight, other))
    return best


print(dijkstra(GRAPH, "A"), heapq.nlargest(2, GRAPH["A"].items(), key=lambda p: p[1]), list(heapq.merge([1, 4], [2, 3], reverse=False)))
