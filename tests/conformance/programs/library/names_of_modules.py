"""What modules offer to `import *`, and which module the records and classes of the library say they come from."""

import collections.abc
import copy
import difflib
import enum
import inspect
import io
import json
import os.path
import statistics
import string
import types
import typing
import unittest
from enum import *

for module in (copy, enum, io, json.decoder, string, types, typing, os.path):
    names = module.__all__
    print(module.__name__, len(names), all([hasattr(module, name) for name in names]))

print(type(statistics.linear_regression([1, 2], [2, 4])), type(inspect.getfullargspec(len.__class__.__init__))
      if False else type(inspect.getfullargspec(lambda x: x)), type(difflib.SequenceMatcher(None, 'ab', 'b').find_longest_match()))
print([kind.__name__ for kind in collections.UserDict.__mro__], type(collections.UserList))
print([kind.__name__ for kind in unittest.TestCase.__mro__], unittest.TestCase.assertEqual.__qualname__)


@global_enum
class Colour(IntFlag):
    RED = 1
    GREEN = 2


print(RED, repr(GREEN), repr(RED | GREEN), repr(Colour(0)), 2 in Colour, 8 in Colour, 'x' in Colour)
print(enum.bin(5), enum.bin(-5), enum.bin(10, 8), enum.show_flag_values(11))
print('bit_count' in dir(Colour), 'upper' in dir(enum.EnumCheck))
Colour.RED._add_alias_('ROUGE')
for change in (lambda: Colour.RED._add_alias_('GREEN'), lambda: Colour.RED._add_value_alias_(2)):
    try:
        change()
    except (NameError, ValueError) as error:
        print(type(error).__name__, error)
