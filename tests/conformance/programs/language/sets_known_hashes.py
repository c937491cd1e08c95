"""What sets and dicts take over from one another without asking for a hash again, and where a search ends early."""


class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        print("  hash", self.number)
        return self.number % 2

    def __eq__(self, other):
        print("  eq", self.number, other.number)
        return self.number == other.number

    def __repr__(self):
        return f"Key({self.number})"


def told(name, *values):
    for value in values:
        print("  ", name, value)
        yield value


one, three, again = Key(1), Key(3), Key(1)
keys, table = {one, three}, {one: "a", three: "b"}
print("taken over")
print(set(table), frozenset(keys), dict.fromkeys(table, 0), dict.fromkeys(keys), list(table))
print(table == {one: "a", three: "b"}, table == {again: "a"}, table != {one: "a", three: "c"})
more = set()
more.update(table)
more |= keys
more.symmetric_difference_update(table)
print(more, keys.difference(table), keys.isdisjoint({again}), keys.union(table))
print("looked for")
print({one}.intersection([again, three]), {one}.issubset([again, three]), {one}.difference([again]))
print("until it is known")
print({1}.intersection(told("intersection", 1, 2, 3)), {1, 2}.intersection(told("both", 3, 2, 1, 0)))
print({1}.issubset(told("subset", 2, 1, 3)), {1}.issubset(told("no subset", 2, 3)), set().issubset(told("none", 1)))
print({1}.issuperset(told("superset", 1, 2, 3)), {1, 2}.issuperset(told("is one", 1, 2)))
print({1}.isdisjoint(told("disjoint", 2, 1, 3)), {1}.isdisjoint(told("is disjoint", 2, 3)))
print({1: "a"}.keys().isdisjoint(told("keys", 2, 1, 3)), {1}.difference(told("difference", 1, 2)))
some = {1, 2}
some.intersection_update(told("update", 2, 3))
print(some)
for wrong in (lambda: {1}.issubset(3), lambda: {1}.isdisjoint([[]]), lambda: {1}.issuperset([{}]), lambda: {1} <= [1]):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print({1: "a"}.keys() & frozenset([1, 2]), frozenset([1]) & {1: "a", 2: "b"}.keys(), {1: "a"}.items() & [(1, "a")])
