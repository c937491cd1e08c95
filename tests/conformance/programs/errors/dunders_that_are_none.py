"""A dunder that is None: some operations say that they are not for the object, the others call the None."""


class Closed:
    __eq__ = __lt__ = __add__ = __radd__ = __iadd__ = None
    __len__ = __getitem__ = __delitem__ = __index__ = __int__ = __float__ = __complex__ = None
    __repr__ = __str__ = __format__ = __neg__ = __round__ = __call__ = __abs__ = None
    __contains__ = __iter__ = __reversed__ = __hash__ = None


def attempt(text):
    try:
        print(text, "->", eval(text))
    except TypeError as error:
        print(text, "->", error)


it = Closed()
for text in (
    "it == 1", "1 == it", "it != 1", "it < 1", "1 > it", "it > 1", "it + 1", "1 + it", "sum([it])", "it in [1]", "[it] == [1]",
    "it[0]", "len(it)", "[1][it]", "range(it)", "'a' * it", "int(it)", "float(it)", "complex(it)", "repr(it)", "str(it)",
    "f'{it}'", "-it", "round(it)", "abs(it)", "it()", "max(it, it)", "print(it)", "1 in it", "iter(it)", "list(it)",
    "reversed(it)", "hash(it)", "{it: 1}", "[it] == [it]", "callable(it)",
):
    attempt(text)
try:
    it += 1
except TypeError as error:
    print("+=", error)
try:
    del it[0]
except TypeError as error:
    print("del", error)
