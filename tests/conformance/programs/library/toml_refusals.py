"""What `tomllib` says of texts that are not TOML: strings without an end, times that are none, names declared twice."""
import tomllib

for text in (
    "x = 'abc", "x = '''abc", 'x = "abc', "x = 'a\nb'", 'x = "a\nb"', 'x = "\\u12"', 'x = "\\q"', "x = 2024-01-01T25:00:00",
    "x = 2024-13-01", "[a]\n[a]", "[[a]]\n[a]", "a = {b = 1}\na.c = 2", "a = []\n[[a]]", "a = []\n[a]", "a = {}\n[a.b]",
    "a = 1\n[a]", "a = 1\na.b = 2", "[t]\na = {}\na.b = 1", "[t]\na = []\n[[t.a]]", "a = {b = {c = 1}, b.d = 2}", "a.b = 1\n[a]",
    "[a.b]\n[a]\nx = 1", "d = 2024-12-31T23:59:59.5+01:30",
):
    try:
        print(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), "|", error, "|", error.lineno, error.colno)
