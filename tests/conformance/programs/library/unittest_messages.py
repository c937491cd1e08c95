import sys
import unittest


class Said(unittest.TestCase):
    pass


class Bag:
    pass


def check(name, *args, **kw):
    try:
        getattr(Said(), name)(*args, **kw)
    except AssertionError as error:
        print(name, "->", error)
    else:
        print(name, "holds")


check("assertTrue", [])
check("assertFalse", [1], 'why')
check("assertIs", [], [])
check("assertIsNot", None, None)
check("assertIsNone", 3)
check("assertIsNotNone", None)
check("assertIn", 3, [1, 2])
check("assertNotIn", 1, [1, 2])
check("assertIsInstance", 3, str)
check("assertIsInstance", 3, (str, list))
check("assertNotIsInstance", 3, int)
check("assertNotIsInstance", 3, (str, int))
check("assertAlmostEqual", 1.0, 1.1)
check("assertAlmostEqual", 1.0, 1.1, places=1)
check("assertAlmostEqual", 1.0, 1.1, delta=0.01)
check("assertNotAlmostEqual", 1.0, 1.00000001)
check("assertNotAlmostEqual", 1.0, 1.01, delta=0.5)
check("assertGreater", 1, 2)
check("assertGreaterEqual", 1, 2)
check("assertLess", 2, 1)
check("assertLessEqual", 2, 1)
check("assertStartsWith", 'hello', 'x')
check("assertStartsWith", 'hello', ('x', 'y'))
check("assertStartsWith", 'hello', b'x')
check("assertNotStartsWith", 'hello', ('x', 'he'))
check("assertEndsWith", 'hello', 'x')
check("assertNotEndsWith", 'hello', 'lo')
check("assertIsSubclass", int, str)
check("assertIsSubclass", 3, str)
check("assertNotIsSubclass", bool, int)
check("assertHasAttr", Bag(), 'x')
check("assertHasAttr", Bag, 'x')
check("assertHasAttr", sys, 'xyzz')
check("assertNotHasAttr", 'abc', 'upper')
check("assertRaises", ValueError, int, '3')
check("assertRaises", (ValueError, KeyError), int, '3')
check("fail", 'because')
check("fail")
