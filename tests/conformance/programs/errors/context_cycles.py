"""Exceptions whose contexts the script has made a cycle of, raised and shown; lines of the exceptions in a group."""

import traceback


def own_cycle():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


def longer_cycle():
    first, second, third = KeyError("a"), LookupError("b"), OSError("c")
    first.__context__, second.__context__, third.__context__ = second, third, second
    try:
        raise first
    except KeyError:
        raise RuntimeError("while all this")


def closed_by_hand():
    try:
        raise KeyError("outer")
    except KeyError as outer:
        try:
            raise ValueError("inner")
        except ValueError as inner:
            outer.__context__ = inner
            raise inner


for cycle in (own_cycle, longer_cycle, closed_by_hand):
    try:
        cycle()
    except Exception as error:
        names, at = [], error
        for _ in range(5):
            names.append(repr(at))
            at = at.__context__
            if at is None:
                break
        print(cycle.__name__, names)
        print(traceback.format_exc().count("During handling"))

group = ExceptionGroup("a\nb", [ValueError("c\n\nd"), ExceptionGroup("x", [KeyError("e\nf")])])
print(traceback.format_exception_only(group, show_group=True))
print(traceback.format_exception_only(group))
own_cycle()
