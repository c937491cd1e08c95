"""What `locals()` and `eval` see in comprehensions and generator expressions, and keys that change while a dict is read."""


def function():
    outer = 1
    return (
        [sorted(locals()) for item in [1]],
        [[sorted(locals()) for inner in [1]] for item in [1]],
        list(sorted(locals()) for given in [1]),
        [eval("item + outer") for item in [1, 2]],
        [(lambda: sorted(locals()))() for item in [1]],
    )


for seen in function():
    print(seen)


class Body:
    number = 1
    seen = [sorted(locals()) for item in [1]]
    found = [eval("item") for item in [5]]
    shown = [locals()["item"] for item in "ab"]


print(Body.seen, Body.found, Body.shown)
print([locals()["item"] for item in [1, 2]], sorted(next(locals() for item in [1])))


def read(table, change):
    try:
        for place, key in enumerate(table):
            change(table, key)
            if place > 20:
                break
    except RuntimeError as error:
        return error
    return place


def replace(table, key):
    del table[key]
    table[key + 1] = 1


def again(table, key):
    del table[key]
    table[key] = 1


def grow(table, key):
    table[key + 10] = 1


def shrink(table, key):
    table.popitem()


for change in (replace, again, grow, shrink):
    print(change.__name__, [str(read(dict.fromkeys(range(count)), change)) for count in (1, 2)])
