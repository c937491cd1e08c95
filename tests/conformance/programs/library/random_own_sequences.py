# Decks of cards of one's own in `random`, and arguments that its functions refuse.
import random
from collections import UserList, deque, namedtuple

Card = namedtuple("Card", "rank suit")


class Deck:
    def __init__(self):
        self.cards = [Card(rank, suit) for suit in "SH" for rank in "QKA"]

    def __len__(self):
        print("len", end=" ")
        return len(self.cards)

    def __getitem__(self, place):
        return self.cards[place]


class Shuffled(Deck):
    def __setitem__(self, place, card):
        self.cards[place] = card


deck = Shuffled()
random.seed(7)
random.shuffle(deck)
print(*deck)
print(random.choice(deck), random.choices(deck, k=2))
for population in UserList("abcdef"), deque(range(8)), range(10), bytearray(b"xyz"):
    print(random.sample(population, 2), end=" ")
print()
letters = bytearray(b"shuffle")
random.shuffle(letters)
print(letters, random.choice(UserList([5])))

calls = """
random.shuffle(Deck())
random.sample(deck, 2)
random.sample({1, 2}, 1)
random.choice(1, 2, 3)
random.choice()
random.choice([])
random.randint()
random.randint(1)
random.randint(1, 2, 3)
random.randint(low=1, high=2)
random.randrange()
random.random(1)
random.getrandbits()
random.shuffle([1, 2], random.random)
random.sample([1, 2])
random.choices([1, 2], [1, 2], 3)
random.choices([1, 2], weight=[1, 2])
random.uniform(1)
random.gauss(0, 1, 2)
random.randint(1, 2, b=3)
"""
for call in calls.strip().splitlines():
    try:
        print(call, "->", eval(call))
    except Exception as error:
        print(call, "!!", type(error).__name__, error)
