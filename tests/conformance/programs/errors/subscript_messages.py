items, text, mapping, pair = [1, 2, 3], "abc", {"a": 1}, (1, 2)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, "|", error)


def assign(target, key, value):
    target[key] = value


def remove(target, key):
    del target[key]


for action in (
    lambda: items[3], lambda: items[-4], lambda: items["a"], lambda: items[None], lambda: items[1.5],
    lambda: items[1:2:0], lambda: items["a":], lambda: text[5], lambda: text["x"], lambda: mapping["b"],
    lambda: mapping[[1]], lambda: pair[2], lambda: pair["x"], lambda: 5[0] if False else (5).__getitem__,
    lambda: {1, 2}[0], lambda: None["x"], lambda: len[0], lambda: int["x"], lambda: (n for n in items)[0],
    lambda: assign(items, 3, 0), lambda: assign(items, "k", 0), lambda: assign(text, 0, "z"),
    lambda: assign(pair, 0, 1), lambda: assign(None, 0, 1), lambda: assign(mapping, [], 1),
    lambda: assign(items, slice(0, 2), 5), lambda: assign(range(3), 0, 1), lambda: remove(items, 9),
    lambda: remove(mapping, "zz"), lambda: remove(pair, 0), lambda: remove(text, 0), lambda: items.pop(9),
    lambda: [].pop(), lambda: mapping.pop("q"), lambda: {}.popitem(), lambda: set().pop(), lambda: items.index(7),
    lambda: items.remove(7), lambda: text.index("z"), lambda: pair.index(9), lambda: text.split(""),
    lambda: b"abc"[7], lambda: bytearray(b"a").pop(5), lambda: range(3)[5], lambda: range(3).index(7),
):
    attempt(action)
