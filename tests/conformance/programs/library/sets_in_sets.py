"""Sets looked for in sets, dicts changed while read, and containers that hold themselves."""
from collections import OrderedDict, defaultdict, deque
from operator import length_hint

groups = {frozenset({1, 2}), frozenset()}
print({1, 2} in groups, {1} in groups, set() in groups)
groups.discard({1, 2})
print(groups)
try:
    groups.remove({5})
except KeyError as error:
    print("KeyError", error)
try:
    [] in groups
except TypeError as error:
    print(error)

prices = {"tea": 1, "jam": 2}
try:
    for name in prices:
        del prices[name]
        prices[name] = 0
except RuntimeError as error:
    print(error)
try:
    for name in prices:
        prices[name + "!"] = 1
except RuntimeError as error:
    print(error)
print(prices.keys().mapping, type(prices.items().mapping).__name__)

queue = deque([1, 2, 3])
try:
    for item in queue:
        queue.append(item)
except RuntimeError as error:
    print(error)
begun = iter(queue)
queue.popleft()
try:
    print(next(begun))
except RuntimeError as error:
    print(error)

queue.append(queue)
print(queue)
ordered = OrderedDict(a=1)
ordered["self"] = ordered
ordered["values"] = ordered.values()
print(ordered)


class Table(defaultdict):
    def __init__(self):
        super().__init__(self.fresh)

    def fresh(self):
        return []


print(str(Table()).split(" of ")[1])
print(length_hint(iter({1, 2})), length_hint(iter(prices)), length_hint([1]), length_hint(object(), 9))
