"""What patterns can say, and what they then find."""
import re


def show(pattern, text, flags=0):
    found = re.search(pattern, text, flags)
    if found is None:
        print(f"{pattern!r:32} {text!r:20} -")
    else:
        print(f"{pattern!r:32} {text!r:20} {found.span()} {found.group()!r} {found.groups()} {found.lastindex}")


for pattern, text in [
    ("a|ab|abc", "xxabc"), ("(a|ab)(c|bcd)(d*)", "abcd"), ("(a*)*", "aab"), ("(a*)+", "aab"), ("(a|b)*?c", "abac"),
    ("(?:(a)|b)*", "aba"), ("(?:(a)|(b))+", "ab"), ("((a)|b)*", "ab"), ("(a)|(b)", "b"), ("x*", "aax"),
    ("a{2}", "aaaa"), ("a{2,}", "aaaa"), ("a{,2}", "aaaa"), ("a{1,3}?", "aaaa"), ("a{", "a{"), ("a{,}b", "aab"),
    ("a{x}", "a{x}"), ("a{}", "a{}"), ("{", "{"), ("a++b", "aab"), ("a*+ab", "aab"), ("(?>a+)b", "aab"),
    ("(?>a+)ab", "aab"), ("a?+a", "a"), ("(?:ab){1,2}+ab", "abab"), ("(?=b)", "ab"), ("(?<=a)b", "ab"),
    ("(?<!a)b", "abb"), ("a(?!b)", "abac"), ("(?<=(a)(b))c", "abc"), ("(?!)", "abc"), ("(?=(a+))", "baaabac"),
    ("(?=(a+))a*b\\1", "baaabac"), ("(a)(?=b)", "ab"), ("^b", "a\nb"), ("(?m)^b", "a\nb"), ("a$", "a\n"),
    ("a$", "a\nb"), ("(?m)a$", "a\nb"), (r"a\Z", "a\n"), (r"a\z", "a"), (r"\Aa", "ba"), (r"\bfoo\b", "a foo."),
    (r"\Boo", "foo"), (r"\b", ""), (r"\B", ""), (".", "\n"), ("(?s).", "\n"), ("[abc]+", "xxcab"), ("[^abc]+", "abxyc"),
    ("[a-c-e]+", "-ae"), ("[]a]+", "a]"), ("[^]a]+", "a]b"), ("[-a]+", "-a"), ("[a-]+", "-a"), (r"[\d\s]+", "x1 2y"),
    (r"[\]\-\\]+", r"\-]"), (r"[^\W\d_]+", "12_ab"), (r"[\x41-\x43]+", "xABCD"), (r"[\101]", "A"), (r"\x41\u0042", "AB"),
    (r"\101\07", "A\x07"), (r"[\b]", "\x08"), (r"\a\f\n\r\t\v", "\a\f\n\r\t\v"), (r"(\w+) \1", "the the"),
    (r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\""), ("(a)?(?(1)b|c)", "ab"), ("(a)?(?(1)b|c)", "xc"),
    ("(?P<x>a)?b(?(x)c)", "abc"), ("(?P<x>a)?b(?(x)c)", "bd"), ("(?i:a)b", "Ab"), ("(?i:a)b", "AB"),
    ("(?i)a(?-i:b)", "AB"), ("(?i)a(?-i:b)", "Ab"), ("(?x) a b # end\n c", "abc"), (r"(?x) a\ b [ ] \#", "a b #"),
    ("a(?#comment)b", "ab"), ("(?s:.)(?-s:.)", "\na"), ("", "abc"), ("()", "a"), ("(|a)+", "aa"), ("(a|)+", "aa"),
    ("(?:a?)*?b", "aab"), ("(?:a?){3}", "aa"), ("(a?)*", "b"), ("((?:a|b)*?)(b+)", "aabbb"), ("(.*)(\\d+)", "a123"),
    ("(.*?)(\\d+)", "a123"), ("(a+|b+)*c", "aabbc"), (r"(\d+)(?:px|em)(?!\w)", "12pxx 3em"), ("[+-]?\\d+", "a-12"),
    (r"(?:(\w)(?=.*\1))", "abca"), ("(?:x(?=(y)))?xy", "xy"), ("(?:a(?!b)|ab)c", "abc"), ("(?P<é>e)", "e"),
    ("a**b", "a"), ("x{0}y", "xy"), ("x{0,0}y", "xy"), ("(ab?)*?$", "aba"), ("^*", "a"), ("(?:^)*a", "a"),
]:
    try:
        show(pattern, text)
    except re.PatternError as error:
        print(repr(pattern), "|", error)

print(re.findall(r"\b\w+\b", "one two  three"), re.findall("(a)(b)?", "abaa"), re.findall("(a)", "aa"))
print(re.findall("x*", "axb"), re.findall("", "ab"), re.findall("a|", "aab"), re.findall("(?=(..))", "abcd"))
print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W)", "a-b c"), re.split("x*", "axbc"), re.split("", "ab"))
print(re.split(",", "a,b,c,d", maxsplit=2), re.split("(-)|(,)", "a-b,c"), re.split("b", "", maxsplit=0))
print(re.split(r"\b", "Words, words."), re.split("(?<=,)", "a,b"), re.split(",", "a,b", maxsplit=-1))
print([m.span() for m in re.finditer("a*", "baac")], [m.span() for m in re.finditer(r"(?m)^", "a\nb\n")])
print([m.span() for m in re.finditer(r"(?m)$", "a\nb\n")], [m.span() for m in re.finditer("a*?", "aa")])
