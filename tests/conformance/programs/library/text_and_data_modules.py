import textwrap, string, copy, warnings, statistics, sys, operator, heapq, bisect


def t(f):
    try:
        print("->", f())
    except Exception as e:
        print(type(e).__name__, ":", e)


s = "The quick  brown fox jumped over the lazy dog. It was-really-hyphenated and supercalifragilisticexpialidocious word."
print(textwrap.wrap(s, 20))
print(textwrap.fill(s, 30, initial_indent="* ", subsequent_indent="  "))
print(
    textwrap.shorten(s, 30),
    textwrap.shorten(s, 30, placeholder="..."),
    repr(textwrap.dedent("  a\n    b\n\n  c\n")),
    repr(textwrap.indent("a\n\nb\n", "> ")),
    textwrap.indent("a\n\nb", "> ", lambda l: True),
)
print(
    textwrap.wrap(s, 20, break_long_words=False, break_on_hyphens=False),
    textwrap.wrap("a b c d e f g h", 9, max_lines=1),
    textwrap.wrap("", 5),
    textwrap.TextWrapper(width=10, drop_whitespace=False).wrap("aaa  bbb  ccc"),
    textwrap.wrap("a\tb", expand_tabs=True),
    textwrap.wrap("x  y", 10, replace_whitespace=False),
    textwrap.wrap("Hi. There.  You", 9, fix_sentence_endings=True),
)
t(lambda: textwrap.wrap("a", 0))
t(lambda: textwrap.shorten("abc def", 2))
print(repr(textwrap.dedent("\ta\n\t\tb\n  x")), textwrap.dedent("   \n a"))
T = string.Template("$who likes ${what} $$5 $missing")
t(lambda: T.substitute(who="a", what="b"))
print(T.safe_substitute(who="a", what="b"), T.template, T.get_identifiers(), T.is_valid())
t(lambda: string.Template("$").substitute())
t(lambda: string.Template("a $! b").substitute())
print(string.Template("$x").substitute({"x": 1}), string.Template("$x").substitute({"x": 1}, x=2))


class D(string.Template):
    delimiter = "%"


print(D("%x $y").substitute(x=3))
F = string.Formatter()
print(
    F.format("{0} {a!r:>5} {b[0]} {c.real}", 1, a="q", b=[2], c=3j),
    list(F.parse("a{b!r:>{w}}c{{}}")),
    F.vformat("{x}", (), {"x": 1}),
)
t(lambda: F.format("{}"))
t(lambda: F.format("{x}"))


class NF(string.Formatter):
    def get_value(self, k, a, kw):
        return kw.get(k, f"<{k}>") if isinstance(k, str) else a[k]


print(NF().format("{a} {b}", a=1))
print(
    string.ascii_letters,
    string.digits,
    string.punctuation,
    repr(string.whitespace),
    string.hexdigits,
    string.octdigits,
    len(string.printable),
    string.capwords("hello  world"),
    string.capwords("a-b", "-"),
)


class N:
    def __init__(s, v):
        s.v = v

    def __eq__(s, o):
        return s.v == o.v


a = [1, [2, 3], {"k": N([4])}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(9)
print(b[1], c[1], c[2]["k"].v, c[2]["k"] is a[2]["k"])
l = []
l.append(l)
m = copy.deepcopy(l)
print(
    m[0] is m,
    copy.copy((1, 2)),
    copy.deepcopy((1, [2])),
    copy.copy({1}),
    copy.deepcopy(frozenset([1])),
    copy.copy(N),
    copy.deepcopy(len) is len,
)


class CC:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"

    def __replace__(self, **k):
        return k


print(copy.copy(CC()), copy.deepcopy([CC()]), copy.replace(CC(), a=1))
t(lambda: copy.replace(3, a=1))
t(lambda: copy.deepcopy((x for x in ())))
t(lambda: copy.copy((x for x in ())))


class SL:
    __slots__ = ("x", "y")


sl = SL()
sl.x = [1]
s2 = copy.deepcopy(sl)
print(s2.x, s2.x is sl.x, hasattr(s2, "y"), copy.copy(sl).x is sl.x)


class GS:
    def __init__(s):
        s.a = 1

    def __getstate__(s):
        return {"a": 2}

    def __setstate__(s, st):
        s.b = st


print(vars(copy.copy(GS())))
class_e = ValueError("x", 1)
print(
    repr(copy.copy(class_e)),
    repr(copy.deepcopy(class_e)),
    copy.error,
    copy.copy(range(3)),
    copy.deepcopy({1: [2]}),
    copy.copy(bytearray(b"x")),
    copy.copy(print) is print,
    type(copy.copy(__import__("collections").deque([1]))),
    copy.copy(__import__("collections").Counter("aab")),
    copy.deepcopy(__import__("datetime").datetime(2026, 1, 1)),
)
D1 = [1, 2, 3, 4, 4, 10]
print(
    statistics.mean(D1),
    statistics.median(D1),
    statistics.mode(D1),
    statistics.stdev(D1),
    statistics.variance(D1),
    statistics.pstdev(D1),
    statistics.pvariance(D1),
    statistics.median_low(D1),
    statistics.median_high(D1),
    statistics.median_grouped(D1),
    statistics.harmonic_mean([1, 2, 4]),
    statistics.geometric_mean([1, 2, 4]),
    statistics.fmean(D1),
    statistics.fmean([1, 2], weights=[3, 1]),
    statistics.multimode("aabb"),
    statistics.quantiles(D1),
    statistics.quantiles(D1, n=10, method="inclusive"),
    statistics.correlation([1, 2, 3], [1, 2, 4]),
    statistics.covariance([1, 2, 3], [1, 2, 4]),
    statistics.linear_regression([1, 2, 3], [2, 4, 6]),
)
t(lambda: statistics.mean([]))
t(lambda: statistics.stdev([1]))
t(lambda: statistics.mode([]))
t(lambda: statistics.median([]))
t(lambda: statistics.quantiles([], n=4))
print(
    statistics.NormalDist(0, 1).cdf(1.96),
    statistics.NormalDist(5, 2),
    statistics.NormalDist.from_samples([1, 2, 3]),
    statistics.mean([1.5, 2.5]),
    statistics.mean([True, False]),
)
print(
    operator.itemgetter(1, 0)([1, 2]),
    operator.attrgetter("real", "imag")(1j),
    operator.methodcaller("upper")("a"),
    operator.itemgetter(0),
    operator.attrgetter("a.b"),
    operator.methodcaller("x", 1, k=2),
    operator.add(1, 2),
    operator.contains([1], 1),
    operator.countOf([1, 1], 1),
    operator.indexOf([1, 2], 2),
    operator.length_hint([1]),
    operator.truth([]),
    operator.concat([1], [2]),
    operator.iadd([1], [2]),
    operator.not_(1),
    operator.is_(None, None),
    operator.matmul if False else "",
    operator.index(True),
    operator.call(len, [1]),
)
t(lambda: operator.itemgetter())
t(lambda: operator.index(1.5))
t(lambda: operator.concat(1, 2))
h = [3, 1, 2]
heapq.heapify(h)
heapq.heappush(h, 0)
print(
    heapq.heappop(h),
    heapq.heappushpop(h, 5),
    heapq.heapreplace(h, 9),
    heapq.nlargest(2, [1, 3, 2]),
    heapq.nsmallest(2, ["bb", "a", "ccc"], key=len),
    list(heapq.merge([1, 4], [2, 3])),
    list(heapq.merge([4, 1], [3], reverse=True)),
    heapq.nlargest(0, [1]),
)
t(lambda: heapq.heappop([]))
t(lambda: heapq.heapify(3))
mh = []
[heapq.heappush_max(mh, x) for x in (1, 3, 2)]
print(heapq.heappop_max(mh))
print(bisect.bisect([1, 2, 2, 3], 2), bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect([1, 2], 5, key=lambda x: x))
bl = [1, 3]
bisect.insort(bl, 2)
print(bl)
t(lambda: bisect.bisect([1], 2, -1))
bisect.insort(bl, 0, key=lambda x: -x)
print(bl)
warnings.simplefilter("always")
warnings.warn("x")
warnings.warn("y", DeprecationWarning, stacklevel=1)
t(lambda: warnings.warn("z", int))
t(lambda: warnings.simplefilter("bogus"))
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "line"))
with warnings.catch_warnings(record=True, action="always") as w:
    warnings.warn("a")
    warnings.warn(UserWarning("b"))
    print([str(x.message) for x in w], w[0].category, w[0])


@warnings.deprecated("use other")
def old():
    return 1


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    old()
    print(w[0].message, old.__deprecated__)
with warnings.catch_warnings():
    warnings.simplefilter("error", UserWarning)
    t(lambda: warnings.warn("err"))
    warnings.filterwarnings("ignore", "ig.*")
    warnings.warn("ignored")
    warnings.filterwarnings("ignore", category=RuntimeWarning)
    warnings.warn("r", RuntimeWarning)
