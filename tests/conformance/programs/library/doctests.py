"""A module that tests itself by its docstrings.

>>> 1 + 1
2
"""
import doctest


def slug(title, sep="-"):
    """Turns a title into a piece of an address.

    >>> slug("Hello, World!")
    'hello-world'
    >>> slug("  Many   words here ", sep="_")
    'many_words_here'
    >>> slug(5)
    Traceback (most recent call last):
    AttributeError: 'int' object has no attribute 'lower'
    >>> slug("")
    ''
    """
    words = "".join(c if c.isalnum() else " " for c in title.lower()).split()
    return sep.join(words)


class Basket:
    """Holds fruit.

    >>> b = Basket("apple")
    >>> b.add("pear").add("fig")
    <Basket of 3>
    >>> sorted(b.items)
    ['apple', 'fig', 'pear']
    >>> b.add("fig")
    Traceback (most recent call last):
        ...
    ValueError: fig is in it already
    """

    def __init__(self, *items):
        self.items = set(items)

    def add(self, item):
        """Adds one.

        >>> Basket().add("kiwi")
        <Basket of 2>
        >>> Basket().add(item="plum").items
        {'plum'}
        """
        if item in self.items:
            raise ValueError(f"{item} is in it already")
        self.items.add(item)
        return self

    @property
    def size(self):
        """
        >>> Basket("a", "b").size
        2
        """
        return len(self.items)

    @staticmethod
    def empty():
        """
        >>> Basket.empty().size  # doctest: +SKIP
        7
        """
        return Basket()

    def __repr__(self):
        return f"<Basket of {len(self.items)}>"


def table(n):
    """
    >>> table(2)
    1 2
    2 4
    <BLANKLINE>
    >>> print(list(range(12)))  # doctest: +ELLIPSIS
    [0, 1, ..., 11]
    >>> print("a   b")  # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> for i in range(2):
    ...     i * 10
    0
    10
    >>> 3 > 2
    1
    >>> table(0)
    nothing
    """
    for row in range(1, n + 1):
        print(*(row * column for column in range(1, n + 1)))
    print()


print(doctest.testmod())
print(doctest.testmod(optionflags=doctest.REPORT_NDIFF | doctest.FAIL_FAST, verbose=False, report=False))
doctest.run_docstring_examples(slug, {"slug": slug}, verbose=True, name="slug")
found = doctest.DocTestFinder().find(Basket, "Basket")
for test in found:
    print(test.name, test.lineno, len(test.examples), [e.want for e in test.examples][:1])
print(found[0], doctest.Example("1 + 1", "2") == doctest.Example("1 + 1\n", "2\n"))
checker = doctest.OutputChecker()
print(checker.check_output("a...z", "abcz", doctest.ELLIPSIS), checker.check_output("a...z", "abc", doctest.ELLIPSIS))
for example in doctest.DocTestParser().get_examples("Text\n  >>> if 1:\n  ...     2\n  2\n\n  >>> x = 3\n"):
    print(repr(example.source), repr(example.want), example.lineno, example.indent)
for bad in (">>>no", ">>> a  # doctest: +NOPE", "  >>> a\n >>> b\n .. c\n"):
    try:
        print(len(doctest.DocTestParser().get_examples(bad)))
    except ValueError as error:
        print(error)
runner = doctest.DocTestRunner(verbose=False)
for test in doctest.DocTestFinder().find(table):
    print(runner.run(test, out=lambda text: print("OUT", text.splitlines()[-1])))
print(runner.summarize(verbose=True))
try:
    doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as failure:
    print(failure.example.source.strip(), "gave", failure.got.strip())
