# A generator copied or pickled goes on where the first one stands; and what its methods refuse.
import copy
import pickle
import random


def tell(function, *arguments, **named):
    try:
        print(repr(function(*arguments, **named)))
    except Exception as error:
        print(type(error).__name__, error)


first = random.Random(5)
first.random()
others = [copy.copy(first), copy.deepcopy(first), pickle.loads(pickle.dumps(first))]
drawn = [one.randrange(10**6) for one in [first, *others]]
print(len(set(drawn)), drawn[0])
print(type(others[0]).__name__, others[0].getstate() == first.getstate())
tell(random.choices, "abc", 5)
tell(random.choices, "abc", [1, 2])
tell(random.choices, "abc", [1, 0, 0], k=3)
tell(random.randrange, 1, None, 2)
tell(random.getrandbits, -1)
tell(random.randrange, 3, 3)
tell(random.sample, {1, 2}, 1)
