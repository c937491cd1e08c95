"""Encodings of one byte a character, and text with its escapes written out."""
import codecs
from collections import ChainMap, UserDict
import copy

text = "naïve café – “10 €”"
data = text.encode("utf-8")
print(data.decode("cp1252", errors="replace"))
print(text.encode("cp1252"), text.encode("windows-1252") == text.encode("cp1252"))
print("é€".encode("iso-8859-15"), "Привет".encode("koi8-r"), "Привет".encode("cp1251").decode("cp1251"))
print("╔═╗".encode("cp437"), b"\xc9\xcd\xbb".decode("cp437"))
for attempt in (lambda: "✓".encode("cp1252"), lambda: b"ab\x81".decode("cp1252"), lambda: "日本".encode("cp437"),
                lambda: "x".encode("no-such")):
    try:
        print(attempt())
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
print("✓é".encode("cp1252", "xmlcharrefreplace"), "✓é".encode("cp1252", "backslashreplace"), "✓".encode("cp437", "ignore"))

print("tab\t“q”\n\\ \x7f é 😀".encode("unicode_escape"))
print(r"\x41\u00e9\U0001F600\n\t\101\\".encode().decode("unicode_escape"))
print(codecs.decode(r"caf\u00e9 \x41", "raw_unicode_escape"), "é\u2713".encode("raw-unicode-escape"))
for wrong in (b"ab\\x4", b"\\u12", b"end\\", b"\\U00110000"):
    try:
        print(wrong.decode("unicode_escape"))
    except UnicodeDecodeError as error:
        print(error)

print({"a": 1} | ChainMap({"b": 2}), ChainMap({"b": 2}) | {"c": 3})
settings = UserDict(a=1)
settings.note = "kept"
print(copy.copy(settings).note, hasattr(settings.copy(), "note"), settings.copy())
