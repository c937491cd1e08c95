"""Patterns and matches as objects; flags; substitution."""
import copy
import re

pattern = re.compile(r"(?P<first>\w+)\s(?P<last>\w+)(!)?", re.IGNORECASE | re.MULTILINE)
print(pattern, pattern.flags, pattern.groups, dict(pattern.groupindex), pattern.pattern)
match = pattern.match("xx Ada Lovelace", 3)
print(match, match.pos, match.endpos, match.lastindex, match.lastgroup, match.re is pattern, match.string)
print(match.group(), match.group(0), match.group(1, 2), match.group("first", "last"), match["last"], match[1])
print(match.groups(), match.groups("-"), match.groupdict(), match.groupdict("none"), match.regs)
print(match.start(), match.end(), match.span(), match.span("last"), match.start(3), match.span(3), match.group(3))
print(match.expand(r"\2, \1 \g<first> \g<0> \\ \n."), bool(match), copy.copy(match) is match)
print(type(pattern), type(match), isinstance(match, re.Match), re.Match[str], re.Pattern[bytes])
print(pattern == re.compile(pattern.pattern, re.I | re.M), pattern == re.compile("a"), hash(pattern) == hash(pattern))
print(re.compile("a") is re.compile("a"), re.compile(pattern) is pattern, copy.deepcopy(pattern) is pattern)
print(re.compile("a*").fullmatch("aab", 0, 2), re.compile("^a").search("ba", 1), re.compile("(?<=b)a").search("ba", 1))
print(re.compile("a$").search("ab", 0, 1), re.compile("a").search("a", 5), re.compile("").search("a", 5))

for flags in [0, re.I, re.M | re.S, re.A, re.X | re.U, re.I | re.A | re.X]:
    print(re.compile("a", flags), re.compile("a", flags).flags)
print(re.compile(b"a"), re.compile(b"a", re.L).flags, re.compile("(?i)a"), re.compile("'\"\n"), re.compile("x" * 300))
print(repr(re.I), str(re.I), repr(re.I | re.M), re.NOFLAG, re.I.value, int(re.A | re.S), re.RegexFlag(2), ~re.I & 3)
print(re.IGNORECASE is re.I, re.RegexFlag.I.name, isinstance(re.I, int), re.I | 8, f"{re.I}", re.I in (re.I | re.M))

print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", r"\g<0>\g<0>", "banana"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) + 1), "9 of 99"), re.sub("a*", "-", "baac"), re.sub("", "-", "ab"))
print(re.subn("a", "b", "banana"), re.subn("a", "b", "banana", count=2), re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub("x", r"\t\\\n|\x", "x") if False else re.sub("x", r"\t\\|", "axa"), re.sub("a", "\\060\\0601", "a"))
print(re.sub("(?P<n>a)", r"<\g<n>\g<1>>", "bab"), re.sub("a", "", "banana", count=1), re.sub("^", "> ", "a\nb", flags=re.M))
print(repr(re.sub(r"\s+", " ", " a \n b\t")), re.sub("[aeiou]", lambda m: m.group().upper(), "education"))
print(re.escape("a.b*c [x] #~-&_é\n"), re.escape(b"\x00a|b"), re.escape("normal_text"))
tokens = re.compile(r"(?P<NUMBER>\d+(?:\.\d*)?)|(?P<NAME>[A-Za-z_]\w*)|(?P<OP>[-+*/=()])|(?P<SKIP>\s+)|(?P<BAD>.)")
print([(m.lastgroup, m.group()) for m in tokens.finditer("total = 3.5*(rate+12) ?") if m.lastgroup != "SKIP"])
iterator = re.finditer("a", "aa")
print(type(iterator).__name__, next(iterator), list(iterator), iter(iterator) is iterator)
match re.fullmatch(r"(\d+)-(\d+)", "10-20"):
    case re.Match(lastindex=2) as found:
        print("range", found.groups())
if (m := re.match(r"(\d+)", "42abc")) is not None:
    print(m.end(), m.string[m.end():])
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\s+", None), (r"\w+", lambda s, t: t)])
print(scanner.scan("a 12 b ?"))
