import unittest


class Said(unittest.TestCase):
    maxDiff = None


def check(name, *args, **kw):
    try:
        getattr(Said(), name)(*args, **kw)
    except AssertionError as error:
        print(name, "->", error)
    else:
        print(name, "holds")


check("assertEqual", 1, 2)
check("assertEqual", 1, 2, 'msg')
check("assertEqual", 'abc', 'abd')
check("assertEqual", 'abc\nx\n', 'abd\nx')
check("assertEqual", '', 'abd')
check("assertEqual", [1, 2, 3], [1, 2, 4])
check("assertEqual", [1, 2, 3], [1, 2])
check("assertEqual", [1], [1, 2, 3])
check("assertEqual", (1, 2), (1, 3))
check("assertEqual", (1, 2), [1, 2])
check("assertEqual", {1, 2}, {1, 3})
check("assertEqual", frozenset({1}), frozenset({1}))
check("assertEqual", {'a': 1}, {'a': 2, 'b': 3})
check("assertEqual", 'x' * 100, 'x' * 99 + 'y')
check("assertEqual", list(range(40)), list(range(41)))
check("assertNotEqual", 1, 1)
check("assertCountEqual", [1, 2, 2], [2, 1, 3])
check("assertCountEqual", [[1], [2], [2]], [[2], [1], [3]])
check("assertCountEqual", [1, 2, 2], [2, 1, 2])
check("assertSequenceEqual", [1, 2], (1, 3))
check("assertSequenceEqual", [1, 2], (1, 2))
check("assertSequenceEqual", 5, (1, 2))
check("assertListEqual", [1], (1,))
check("assertDictEqual", {}, [])
check("assertSetEqual", {1}, [1])
check("assertSetEqual", [1], {1})
check("assertMultiLineEqual", 'a\nb\n', 'a\nc\n')
