import itertools
class V:
    def __init__(s, n): s.n = n
    def __repr__(s): return f"V({s.n})"
ops = "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift divmod".split()
for o in ops:
    def mk(o):
        def f(s, other, *m): return f"{o}({s},{other})"
        def r(s, other): return f"r{o}({s},{other})"
        def i(s, other): return f"i{o}({s},{other})"
        return f, r, i
    f, r, i = mk(o)
    setattr(V, f"__{o}__", f); setattr(V, f"__r{o}__", r)
    if o != "divmod": setattr(V, f"__i{o}__", i)
for u in "neg pos invert abs".split(): setattr(V, f"__{u}__", (lambda u: lambda s: f"{u}({s})")(u))
for u in "int float complex".split(): setattr(V, f"__{u}__", lambda s, u=u: {"int": 1, "float": 2.0, "complex": 3j}[u])
V.__round__ = lambda s, n=None: ("round", n); V.__trunc__ = lambda s: "trunc"; V.__floor__ = lambda s: "floor"; V.__ceil__ = lambda s: "ceil"
a, b = V(1), V(2)
print(a + b, a - 1, 1 - a, a * b, 2 * a, a / b, a // 2, 7 % a, a ** b, 2 ** a, a @ b, a & 1, 1 | a, a ^ b, a << 1, 1 >> a, divmod(a, 2), divmod(2, a), pow(a, 2, 3))
print(-a, +a, ~a, abs(a), int(a), float(a), complex(a), round(a), round(a, 2))
import math; print(math.floor(a), math.ceil(a), math.trunc(a))
c = a; c += 1; print(c); c = a; c @= 2; print(c); c = a; c **= 3; print(c)
class L:
    def __lt__(s, o): return "lt"
    def __le__(s, o): return "le"
    def __gt__(s, o): return "gt"
    def __ge__(s, o): return "ge"
    def __eq__(s, o): return "eq"
    def __ne__(s, o): return "ne"
    def __contains__(s, x): return x
    def __getitem__(s, k): return k
    def __setitem__(s, k, v): print("set", k, v)
    def __delitem__(s, k): print("del", k)
    def __len__(s): return 3
    def __missing__(s, k): return "missing"
l = L(); print(l < 1, l <= 1, l > 1, l >= 1, l == 1, l != 1, 1 < l, 1 == l, 5 in l, 0 in l, 0 not in l)
print(l[1], l[1:2], l[::3], l[1, 2], l[..., 1:2], l[()]); l[1] = 2; l[1:2] = 3; del l[5]; print(len(l), bool(l))
print(1 < 2 < 3, 1 < 3 > 2, (1, 2) < (1, 3), [1] == [1.0], "a" < "b", {1} <= {1, 2}, {1: 2} == {1.0: 2.0}, b"a" < b"b")
for e in ("1 + 'a'", "'a' + 1", "[1] + (2,)", "{} | []", "1 < 'a'", "None < None", "-'a'", "~1.5", "'a' * 'b'", "'%d' % 'x'", "[] * 1.5", "1 // 0", "1 % 0", "1.0 / 0", "0 ** -1", "1 << -1", "(1).x", "None.x", "'a'.foo", "[].appendd", "len(5)", "5()", "None[0]", "5[0]", "[1]['a']", "[1][5]", "{}['k']", "'abc'[10]", "(1,2)[3]", "{1}[0]", "[1,2][1.5]", "{[]: 1}", "int('x')", "float('x')", "int([])", "int('12', 99)", "complex('z')", "chr(-1)", "ord('ab')", "range(1.5)", "range(1,2,0)", "sum(['a'])", "max([])", "min()", "sorted([1, 'a'])", "iter(5)", "next([])", "abs('a')", "round('a')", "pow(2, -1, 4)", "pow(2, 3, 0)", "divmod(1, 0)", "hash([])", "isinstance(1, 1)", "issubclass(1, int)", "list(zip([1], [1,2], strict=True))", "dict([1])", "dict([(1,2,3)])", "'a'.join([1])", "'abc'.index('z')", "[1].index(2)", "[1].remove(2)", "[].pop()", "{}.popitem()", "set().pop()", "{1}.remove(2)", "(1,).index(5)", "bytes([256])", "bytes('a')", "b'a' + 'a'", "'{}'.format()", "'{x}'.format(y=1)", "'{0} {}'.format(1)", "'{!z}'.format(1)", "format(1, 'z')", "'a'.encode('nope')", "b'\\xff'.decode()", "'é'.encode('ascii')", "int.from_bytes('a')", "(5).to_bytes(0)", "(-5).to_bytes(2)", "float.fromhex('z')", "[3,1,2].sort(5)", "print(1, sepp=2)", "vars(1)", "getattr(1, 'x')", "setattr(1, 'x', 2)", "type(1, 2)", "super()", "object.__new__(int)", "str(b'a', 'nope')", "memoryview(1)", "slice()", "eval('1 +')", "exec('x = = 1')", "compile('1', 'f', 'what')", "1 .real = 2", "__import__('nope')", "'x'.split('')", "'a'.replace('a')", "'abc'.center()", "'a'.center(5, 'ab')", "enumerate()", "map(1)", "filter(1)", "reversed({1})", "callable()", "bool(1, 2)", "list(1, 2)", "tuple(1)", "{}.fromkeys()", "dict(1)", "frozenset(1)", "''.join(1)", "1 if", "assert_"):
    try: print(e, "=>", repr(eval(e))[:60])
    except Exception as x: print(e, "!!", type(x).__name__, x)
