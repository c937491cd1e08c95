import re

print(re.findall(r"\d+", "a1b22c333"), re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"), re.split(r"[,;]\s*", "a, b;c"))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2026-01-02")
print(m, m.group(), m.group("year"), m.groups(), m.groupdict(), m.span(), m.start("month"))
print(re.match("b", "ab"), bool(re.fullmatch("a+", "aaa")), re.compile("x", re.I).sub("y", "XxX", count=2))
print([m.group() for m in re.finditer(r"\b\w", "the quick fox")], re.escape("a.b"))
print(re.sub(r"\d", lambda m: str(int(m.group()) * 2), "1a2"))
