"""Prints src/text/unicode_tables.rs, as the running CPython (it must be 3.14) knows Unicode.

Only what Rust's own `char` does not answer as CPython does is tabulated.
"""

import unicodedata

from rust_tables import show, table

LAST = 0x110000
CHARS = [chr(c) for c in range(LAST) if not 0xD800 <= c < 0xE000]


def boundaries(holds):
    """The code points at which `holds` changes, starting from false at 0."""
    out, state = [], False
    for c in range(LAST + 1):
        now = c < LAST and not 0xD800 <= c < 0xE000 and bool(holds(chr(c)))
        if now != state:
            out.append(c)
            state = now
    return out


print("//! Unicode", unicodedata.unidata_version, "as CPython 3.14 sees it, where Rust's `char` sees it differently.")
print("//! Printed by `tools/unicode_tables.py`; every range table is a sorted list of the code points at which")
print("//! the property changes, starting from false.")
table("ALPHABETIC", "`str.isalpha`: the categories Lm, Lt, Lu, Ll and Lo.", boundaries(str.isalpha))
table("PRINTABLE", "`str.isprintable`: not a control, separator (but the space) or unassigned.", boundaries(str.isprintable))
zeros = [ord(c) for c in CHARS if c.isdecimal() and unicodedata.decimal(c) == 0]
assert all(chr(z + i).isdecimal() and unicodedata.decimal(chr(z + i)) == i for z in zeros for i in range(10))
assert len(zeros) * 10 == sum(c.isdecimal() for c in CHARS)
table("DECIMAL_ZEROS", "The zero of every run of ten decimal digits (`str.isdecimal`).", zeros)
table("DIGIT_EXTRA", "`str.isdigit` beyond the decimal digits.", boundaries(lambda c: c.isdigit() and not c.isdecimal()))
table("NUMERIC_EXTRA", "`str.isnumeric` beyond the digits.", boundaries(lambda c: c.isnumeric() and not c.isdigit()))
table("TITLECASE", "Letters of category Lt.", boundaries(lambda c: unicodedata.category(c) == "Lt"))


def special_fold(c):
    c = ord(c)
    return c == 0x1E9E or 0x13A0 <= c <= 0x13FD or 0xAB70 <= c <= 0xABBF


folded = [c for c in CHARS if c.casefold() != c.lower() and not special_fold(c)]
assert all(c.casefold() == c.upper().lower() for c in folded)
table("FOLD_BY_UPPER", "Folded to the lower case of their upper case, not to their lower case.",
      boundaries(lambda c: not special_fold(c) and c.casefold() != c.lower()))
titled = [c for c in CHARS if c.title() != c.upper()]
show("/// Characters whose title case is not their upper case.\npub(super) const TITLE: &[(char, &str)] = &[",
     ["('\\u{%x}', \"%s\")" % (ord(c), "".join("\\u{%x}" % ord(t) for t in c.title())) for c in titled], "];")
