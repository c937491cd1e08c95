"""Prints src/modules/unicodedata/tables.rs, as the running CPython (it must be 3.14) knows Unicode."""

import unicodedata
from fractions import Fraction

from rust_tables import show, table

CATEGORIES = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn".split()
WIDTHS = "N A H W F Na".split()


def runs(value):
    """Where a property changes, with what it is from there on in the last byte."""
    out, before = [], None
    for c in range(0x110000):
        now = value(chr(c))
        if now != before:
            out.append(c << 8 | now)
            before = now
    return out


def texts(name, doc, items):
    show(f"/// {doc}\npub(super) const {name}: &[&str] = &[", [f'"{item}"' for item in items], "];")


def numeric():
    """Runs of characters whose values are one apart: the first, how many, and the first one's value as a fraction."""
    out = []
    for c in range(0x110000):
        value = unicodedata.numeric(chr(c), None)
        if value is None:
            continue
        value = Fraction(value).limit_denominator(1000)
        if out:
            first, count, start = out[-1]
            if first + count == c and start + count == value:
                out[-1][1] += 1
                continue
        out.append([c, 1, value])
    return [f"({first:#x}, {count}, {start.denominator}, {start.numerator})" for first, count, start in out]


print("//! Unicode", unicodedata.unidata_version, "as CPython 3.14 knows it. Printed by `tools/character_tables.py`: each")
print("//! number is a code point, and in the last byte what its characters are from there to the next number.")
texts("CATEGORIES", "The categories, by number.", CATEGORIES)
texts("WIDTHS", "The widths in East Asian text, by number.", WIDTHS)
table("CATEGORY", "`category`.", runs(lambda c: CATEGORIES.index(unicodedata.category(c))))
table("WIDTH", "`east_asian_width`.", runs(lambda c: WIDTHS.index(unicodedata.east_asian_width(c))))
table("COMBINING", "`combining`.", runs(unicodedata.combining))
table("MIRRORED", "`mirrored`.", runs(unicodedata.mirrored))
show("/// `numeric`: the first character, how many have values one apart, the first value's denominator and numerator.\n"
     "#[rustfmt::skip]\npub(super) const NUMERIC: &[(u32, u16, u16, i64)] = &[", numeric(), "];")
