"""Subclasses of `random.Random` with their own arguments, `seed()`, `random()` or `getrandbits()`."""

import random


class Configured(random.Random):
    def __init__(self, config):
        super().__init__(config["seed"])
        self.config = config


print(Configured({"seed": 5}).random() == random.Random(5).random())


class Told(random.Random):
    def seed(self, a=None, version=2):
        print("seed", a, version)
        super().seed(a, version)


print(Told(7).random() == random.Random(7).random(), Told().getstate()[0])


class Half(random.Random):
    def random(self):
        return 0.5


half = Half(1)
print(half.uniform(1, 9), half.choice("abcdef"), half.randint(1, 6), half.randrange(0, 100, 7))
print(half.sample(range(10), 3), half.choices("abc", k=3), half.triangular(), half.expovariate(2))
items = list(range(6))
half.shuffle(items)
print(items, half.binomialvariate(10, 0.3), half.gauss(10, 2))


class Recorded(random.Random):
    def __init__(self, values):
        self.values, self.at = list(values), 0
        super().__init__(0)

    def random(self):
        self.at += 1
        return self.values[self.at % len(self.values)]


recorded = Recorded([0.1, 0.7, 0.3, 0.9, 0.45])
print([round(recorded.gauss(0, 1), 9) for _ in range(3)], round(recorded.normalvariate(), 9))
print(recorded.choices([1, 2, 3], [1, 1, 5], k=4), recorded.sample("abcdefgh", 4), recorded.at)


class Threes(random.Random):
    def getrandbits(self, k):
        return 3 % (1 << k)


threes = Threes(2)
print(threes.choice("abcdefgh"), threes.randrange(100), threes.randbytes(2), threes.random() == random.Random(2).random())
for version in (1, 2):
    random.seed("the quick", version=version)
    print(version, random.random(), random.gauss(0, 1))
for state in ((4, (), None), (3, (1,), None), (3, (1,)), (3, ["a"], None)):
    try:
        random.setstate(state)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    random.Random([1])
except TypeError as error:
    print(error)
print(random.TWOPI, random.LOG4, random.BPF, random.Random.VERSION, len(random.__all__))
