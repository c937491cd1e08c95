# What `unicodedata` says of characters, and text without its accents.
import re
import unicodedata


def tell(function, *arguments):
    try:
        print(function.__name__, repr(function(*arguments)))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


def plain(text):
    parts = unicodedata.normalize("NFKD", text)
    return "".join([part for part in parts if not unicodedata.combining(part)])


print(plain("Crème brûlée, Łódź, Ångström, ﬁle, 2½ m²"), plain("naïve façade").encode("ascii", "ignore"))
slug = re.sub(r"[^a-z0-9]+", "-", plain("Über den Wölkchen!").lower()).strip("-")
print(slug)
print([unicodedata.category(c) for c in "aA1 _-(«€+٣ǅʰא\n\u0301\u200b"])
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    made = unicodedata.normalize(form, "é ﬁ ² 한")
    print(form, len(made), ascii(made), unicodedata.is_normalized(form, "é ﬁ ² 한"))
print("é" == "e\u0301", unicodedata.normalize("NFC", "é") == unicodedata.normalize("NFC", "e\u0301"))
for c in "aé€ßΩж→☃🐍\u0301中한½":
    print(f"U+{ord(c):04X}", unicodedata.name(c), unicodedata.category(c), unicodedata.east_asian_width(c))
for name in ("GREEK SMALL LETTER ALPHA", "snowman", "CJK UNIFIED IDEOGRAPH-4E2D", "HANGUL SYLLABLE HAN", "EURO SIGN"):
    c = unicodedata.lookup(name)
    print(name, c, hex(ord(c)))
print([unicodedata.numeric(c) for c in "7½⅔Ⅻ四万"], [unicodedata.digit(c) for c in "7²④٣"], unicodedata.decimal("٣"))
print([unicodedata.mirrored(c) for c in "(a<∑"], [unicodedata.combining(c) for c in "a\u0301\u0327"])
tell(unicodedata.lookup, "NO SUCH CHARACTER")
tell(unicodedata.name, "\n")
tell(unicodedata.name, "\n", "newline")
tell(unicodedata.decimal, "x")
tell(unicodedata.digit, "½", None)
tell(unicodedata.numeric, "x")
tell(unicodedata.category, "ab")
tell(unicodedata.category, 1)
tell(unicodedata.normalize, "NFX", "a")
tell(unicodedata.normalize, "NFC", 3)
print(re.findall(r"\N{EURO SIGN}\d+", "€12 $13 €14"), unicodedata.unidata_version)
