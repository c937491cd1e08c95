import sys
import traceback


def shown(function):
    try:
        function()
    except Exception:
        traceback.print_exc(file=sys.stdout)


def assertion():
    value = 3
    assert value == 4, "value is wrong"


def unpack():
    a, b = 1, 2, 3


def attribute_store():
    (5).real = 1


def delete():
    d = {}
    del d["key"]


def augmented():
    x = "a"
    x += 1


def importing():
    from math import nothing_here


def iterate():
    for x in 5:
        pass


def context():
    with open_nothing() as f:
        pass


def raising():
    raise TypeError(
        "over",
        "lines",
    )


def local():
    print(undefined)
    undefined = 1


def subscript_store():
    (1, 2)[0] = 5


def call_keyword():
    print("a", nonsense=1)


for function in (assertion, unpack, attribute_store, delete, augmented, importing, iterate, context,
                 raising, local, subscript_store, call_keyword):
    shown(function)
