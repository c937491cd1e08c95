"""A value sent to a generator that delegates to a plain iterator, and special methods called by their names."""


def through(iterable):
    result = yield from iterable
    print("delegated", result)


class Own:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, value):
        return f"sent {value}"


for iterable in ([1, 2], (1, 2), range(3), {"a": 1, "b": 2}, map(str, [1, 2]), iter("ab"), Own()):
    delegating = through(iterable)
    print(next(delegating), delegating.send(None))
    try:
        print(delegating.send("value"))
    except AttributeError as error:
        print(error, list(delegating))

for call in (
    lambda: (1).__eq__(1.0),
    lambda: (1.0).__eq__(1),
    lambda: (2).__lt__(2.5),
    lambda: (1.5).__lt__(1j),
    lambda: (1j).__eq__(1),
    lambda: True.__eq__(1.0),
    lambda: (1).__add__(),
    lambda: int.__or__(1),
    lambda: "a".__len__(1),
    lambda: [].__iter__(2),
    lambda: (1).__hash__(3),
    lambda: (1).__eq__(),
    lambda: {}.__setitem__(1),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
