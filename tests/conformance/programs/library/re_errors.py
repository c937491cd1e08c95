"""Patterns that cannot be: what is said, and where."""
import re

for pattern in [
    "(", ")", "a)", "(a", "((a)", "(?", "(?P", "(?P<", "(?P<a", "(?P<>a)", "(?P<1>a)", "(?P<a b>c)", "(?P=", "(?P=a",
    "(?P=a)", "(?P=)", "(?P<a>x)(?P<a>y)", "(?Px)", "(?<", "(?<a", "(?<ab)", "(?#", "(?#a", "(?:", "(?=", "(?<=a*)b",
    "(?<!a|bc)", "(?<=a{2,3})", "(?(", "(?(1", "(?(1)", "(?(1)a)", "(?(0)a)", "(?(x)a)", "(?(a b)c)", "(a)(?(1)b|c|d)",
    "[", "[a", "[^", "[]", "[a-", "[b-a]", r"[\w-a]", r"[a-\d]", r"[\q]", r"[\x1]", r"[\u12]", r"[\400]", r"[\8]",
    "*", "+a", "?", "a|*", "(*)", "a**", "a+*", "a?*", "a{1}{2}", "a{2,1}", "^*", r"\b*", "(?:)*?+", "a??+",
    "\\", "a\\", r"\q", r"\x", r"\x4", r"\u12", r"\U0011", r"\U00110000", r"\400", r"\1", r"(a)\2", r"(\1)", r"\8",
    r"(?P<a>(?P=a))", "(?i", "(?i-", "(?i-:a", "(?-i", "(?-)", "(?-:a)", "(?z)", "(?iz)", "(?i-z:a)", "(?au)", "(?L)",
    "(?-a:x)", "(?i-i:a)", "a(?i)b", "(?:(?i)a)", "(?>a", "(?@", "(?<=(a)\\1)", r"(?<=(?P<x>a)(?P=x))", "a{99999999999}",
    "ab\ncd(", "ab\n*\n**", "(?i", "(?i)(?s)*", "a\n(?P<é é>)",
]:
    try:
        compiled = re.compile(pattern)
    except re.PatternError as error:
        print(f"{pattern!r:24} {error} | {error.msg} | {error.pos} {error.lineno} {error.colno}")
    except Exception as error:
        print(f"{pattern!r:24} {type(error).__name__}: {error}")
    else:
        print(f"{pattern!r:24} fine, {compiled.groups} groups")

for template in [r"\2", r"\g<2>", r"\g<x>", r"\g<", r"\g", r"\g<a b>", r"\g<>", r"\q", "\\", r"\400", r"\g<1", r"\9"]:
    try:
        print(repr(template), repr(re.sub("(?P<y>a)", template, "a")))
    except (re.error, IndexError) as error:
        print(repr(template), type(error).__name__, error)


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: re.match(5, "a"))
attempt(lambda: re.match("a", 5))
attempt(lambda: re.match("a", b"a"))
attempt(lambda: re.match(b"a", "a"))
attempt(lambda: re.match("a", None))
attempt(lambda: re.compile("a", re.L))
attempt(lambda: re.compile("a", re.A | re.U))
attempt(lambda: re.compile(b"a", re.U))
attempt(lambda: re.compile(re.compile("a"), re.I))
attempt(lambda: re.match("(a)", "a").group(2))
attempt(lambda: re.match("(a)", "a").group("x"))
attempt(lambda: re.match("(a)", "a")["x"])
attempt(lambda: re.match("(a)", "a").start(3))
attempt(lambda: re.sub("a", lambda m: 5, "bab"))
attempt(lambda: re.sub("a", lambda m: None, "bab"))
attempt(lambda: re.sub("a", 5, "bab"))
print(re.error is re.PatternError, issubclass(re.error, Exception), re.error.__name__, re.error.__module__)
