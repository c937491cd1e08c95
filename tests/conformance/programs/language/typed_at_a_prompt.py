"""`compile(…, 'single')`: values are shown and kept as `_`, strings that stand alone as well; nothing is no statement.
Complex numbers as parts of a complex number are warned about."""
import builtins
import sys
import warnings

names = {}


def typed(text):
    try:
        exec(compile(text, '<typed>', 'single'), names)
    except Exception as error:
        print(type(error).__name__, error)


for text in ("'shown'", "_ * 2", "None", "_", "1; 2; 'three'", "x = 5", "x", "for i in range(2): i, x\n",
             "if x:\n    'in a block'\n", "def f():\n    'documented'\n    4\n", "f(), f.__doc__",
             "# only a comment", "", "\n", "x = 1\ny = 2\n", "x +"):
    typed(text)
print(builtins._, '_' in names)
shown, sys.displayhook = sys.displayhook, lambda value: print('hook', value)
typed('_')
typed('None')
sys.displayhook = shown

warnings.simplefilter('always')


class Standing:
    def __complex__(self):
        return 2j


with warnings.catch_warnings(record=True) as caught:
    print(complex(1j), complex(1j, 2), complex(1, 2j), complex(real=1j), complex(Standing()), complex(Standing(), 1))
    try:
        complex(1, Standing())
    except TypeError as error:
        print(error)
for warning in caught:
    print(warning.category.__name__, warning.message)
