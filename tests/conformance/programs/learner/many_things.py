# a bank, an inventory, a parser, decorators with arguments, caching
import functools, time, itertools, collections, operator
def timed(label=None):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            start = time.perf_counter()
            try: return fn(*args, **kwargs)
            finally: print(f"{label or fn.__name__} took {time.perf_counter() - start:.3f}")
        return wrapper
    return deco
@timed()
def slow(n):
    "docs"
    time.sleep(n); return n
print(slow(0.5), slow.__name__, slow.__doc__)
class Cached:
    def __init__(self, fn): self.fn, self.memo = fn, {}; functools.update_wrapper(self, fn)
    def __call__(self, *a):
        if a not in self.memo: self.memo[a] = self.fn(*a)
        return self.memo[a]
    def __get__(self, obj, cls): return functools.partial(self, obj)
@Cached
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), len(fib.memo))
class Tokenizer:
    def __init__(self, text): self.text, self.pos = text, 0
    def __iter__(self):
        while self.pos < len(self.text):
            ch = self.text[self.pos]
            if ch.isspace(): self.pos += 1
            elif ch.isdigit():
                start = self.pos
                while self.pos < len(self.text) and (self.text[self.pos].isdigit() or self.text[self.pos] == "."): self.pos += 1
                yield "NUM", float(self.text[start:self.pos])
            else:
                self.pos += 1; yield "OP", ch
class Parser:
    def __init__(self, text): self.tokens = collections.deque(Tokenizer(text))
    def peek(self): return self.tokens[0] if self.tokens else (None, None)
    def expr(self):
        v = self.term()
        while self.peek()[1] in ("+", "-"):
            op = self.tokens.popleft()[1]; r = self.term(); v = v + r if op == "+" else v - r
        return v
    def term(self):
        v = self.factor()
        while self.peek()[1] in ("*", "/"):
            op = self.tokens.popleft()[1]; r = self.factor(); v = v * r if op == "*" else v / r
        return v
    def factor(self):
        kind, v = self.tokens.popleft()
        if v == "(":
            v = self.expr(); self.tokens.popleft(); return v
        if v == "-": return -self.factor()
        if kind != "NUM": raise SyntaxError(f"unexpected {v!r}")
        return v
for text in ("1 + 2 * 3", "(1 + 2) * 3 - -4 / 2", "2 * (3 + 4) * 5", "1 +", "* 2", "1 / 0"):
    try: print(text, "=", Parser(text).expr())
    except Exception as e: print(text, "->", type(e).__name__, e)
words = "the quick brown fox jumps over the lazy dog the end".split()
c = collections.Counter(words)
print(c.most_common(3), c["zzz"], sum(c.values()), dict(sorted(c.items())))
by_len = collections.defaultdict(list)
for w in words: by_len[len(w)].append(w)
print(dict(by_len), sorted(by_len.items(), key=operator.itemgetter(0), reverse=True)[:1])
print({k: list(g) for k, g in itertools.groupby(sorted(words, key=len), key=len)})
print(list(itertools.accumulate(range(6))), list(itertools.chain.from_iterable([[1], [2, 3]])), list(itertools.islice(itertools.count(10, 5), 3)))
Point = collections.namedtuple("Point", "x y", defaults=[0])
p = Point(1); print(p, p._replace(y=5), p._asdict(), Point._fields, p == (1, 0), *p)
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [[c * 2 for c in r] for r in matrix if sum(r) > 6], [x for r in matrix for x in r if x % 2])
first, *middle, last = range(5); (a, b), c2 = (1, 2), 3; print(first, middle, last, a, b, c2)
print(*map(lambda x, y: x ** y, [1, 2, 3], [4, 5, 6]), sep=" | ", end=" <end>\n")
d = {"a": 1} | {"b": 2}; d |= {"c": 3}; d.setdefault("d", []).append(4); print(d, d.pop("zz", None), d.get("q"), list(d), list(reversed(d)), d.items() & {("a", 1)}, sorted(d.keys() - {"a"}))
s = {3, 1, 2}; s.add(5); s.discard(9); print(s | {7}, s & {1, 2}, s - {1}, s ^ {1, 9}, s <= {1, 2, 3, 5}, frozenset([1, 2]) == {1, 2})
def variadic(a, /, b, *args, c=3, **kw): return a, b, args, c, kw
print(variadic(1, 2, 3, 4, c=5, d=6), variadic(1, b=2), variadic(*[1, 2], **{"c": 9}))
counter = 0
def outer():
    n = 0
    def inc():
        nonlocal n; global counter
        n += 1; counter += 1; return n
    return inc
i = outer(); i(); i(); print(i(), counter)
fs = [lambda: i for i in range(3)]; print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
try:
    try: raise ValueError("inner")
    finally: print("cleanup")
except ValueError as e: print(repr(e), e.args)
else: print("no")
for n in range(2, 10):
    for x in range(2, n):
        if n % x == 0: break
    else: print(n, end=" ")
print()
while True:
    counter += 1
    if counter > 10: break
    if counter % 2: continue
print(counter, "yes" if counter else "no", not counter, counter and "and", None or "or", 1 < counter < 100, counter is not None)
x = 10; x += 5; x -= 3; x *= 2; x /= 4; x //= 1; x **= 2; x %= 7; print(x, 7 & 3, 7 | 8, 7 ^ 2, ~7, 1 << 4, 256 >> 2)
print(chr(65), ord("A"), bin(10), oct(8), hex(255), abs(-5), round(3.14159, 2), divmod(17, 5), pow(2, 10), sum([1, 2, 3]), max("abc"), min([3, 1]), any([0, 1]), all([1, 0]), sorted([3, 1, 2], reverse=True), list(reversed([1, 2])), list(enumerate("ab", 1)), isinstance(1, (int, str)), callable(print), id(x) == id(x), type(x).__name__)
import sys; print(sys.version_info[:2], sys.platform in ("linux", "emscripten"), sys.maxsize > 10, sys.argv, __name__, __file__)
if (n := len(words)) > 5: print(n)
print("%s is %d years and %.1f" % ("Bob", 30, 5.55), "{:>10}|{:<10}|{:^10}".format("r", "l", "c"))
assert x == 1.0, "assertion text"
lst = [5, 2, 8]; lst.sort(key=lambda v: -v); lst.insert(1, 9); lst.extend([1]); lst.remove(8); del lst[0]; print(lst, lst.index(5), lst.count(1), lst[::-1], lst.copy(), lst * 2)
exec("y = 5"); print(eval("y + 1"))
print(globals()["counter"], "counter" in dir(), hasattr(p, "x"), getattr(p, "q", None))
raise SystemExit("bye")
