"""Which operations give the object itself, and which texts are one object."""
import sys

first = "loopglass"
second = "".join(["loop", "glass"])
print(first == second, first is second, first is "".join([first]))
print(sys.intern(second) is first, second is first)

word = "spam"
print("word[:]", word[:] is word, "strip", word.strip() is word, "replace", word.replace("x", "y") is word)
print("times", word * 1 is word, "plus", word + "" is word, "" + word is word, "str", str(word) is word, f"{word}" is word)
print("prefix", word.removeprefix("ham") is word, word.removesuffix("ham") is word, "lower", word.lower() is word)
print("letters", word[0] is "spice"[0], chr(115) is word[0], word[4:] is "")

pair = 1, [2]
print("tuples", tuple(pair) is pair, pair[:] is pair, pair * 1 is pair, pair[:1] is pair, tuple() is tuple([]))
data = b"bytes"
print("bytes", bytes() is b"", data[:1] is b"b", bytes(data) is data)


def here():
    return "shared_constant"


def there():
    return "shared_constant"


print(here() is there(), here().upper().lower() is here())
