import json, math


def t(f, *a, **k):
    try:
        print("->", f(*a, **k))
    except Exception as e:
        print(type(e).__name__, ":", e)


d = {"b": [1, 2.5, True, None, 'x\n"é\u2028😀'], "a": {"k": (1, 2)}, 3: 1, 1.5: 2, None: 3, True: 4}
print(json.dumps(d))
print(json.dumps(d, ensure_ascii=False))
print(json.dumps({"b": 1, "a": [1, {"c": []}], "e": {}, "f": []}, indent=2, sort_keys=True))
print(json.dumps([1, 2], indent="\t"))
print(json.dumps([1, {"a": 2}], separators=(",", ":")))
print(json.dumps({"a": 1}, indent=0))
print(json.dumps([], indent=2), json.dumps({}, indent=2))
t(json.dumps, {1, 2})
t(json.dumps, {(1, 2): 3})
t(json.dumps, {(1, 2): 3, "a": 1}, skipkeys=True)
t(json.dumps, float("nan"))
t(json.dumps, float("inf"), allow_nan=False)
t(json.dumps, object)
t(json.dumps, 1 + 2j)
t(json.dumps, b"x")
t(json.dumps, {"a": {1}}, default=list)
t(json.dumps, [1e100, 1e-7, 10**20, 0.1, -0.0, 1e16, 123456789.123])
x = []
x.append(x)
t(json.dumps, x)
t(json.dumps, {"b": 1, 2: 3}, sort_keys=True)
for s in [
    "",
    "{",
    '{"a"',
    '{"a":}',
    '{"a":1,}',
    "[1,]",
    "[1 2]",
    "{a:1}",
    "{'a':1}",
    '"abc',
    '"\\x"',
    '"\\u12"',
    "nul",
    "1 2",
    "[1, 2",
    '{"a":1 "b"}',
    '"a\nb"',
    "01",
    "-",
    "1.",
    '{"a" 1}',
    "[",
    "tru",
    "\ufeff1",
    '{"a":1',
    '"\t"',
    "NaN",
    "[Infinity,-Infinity]",
    "1e5",
    "-0",
    '"\\ud83d\\ude00"',
    " [1] ",
    "nullx",
    "{,}",
    "[,]",
    '{"a":1,,}',
]:
    t(json.loads, s)
t(json.loads, 3)
t(json.loads, b'{"a": 1}')
t(json.loads, '{"a": 1, "a": 2}')
t(json.loads, '{"a": 1.5}', parse_float=str, object_hook=lambda d: sorted(d.items()))
t(json.loads, "[1]", parse_int=float)
t(json.loads, '{"a":1}', object_pairs_hook=list)
t(json.loads, "[NaN]", parse_constant=lambda c: "C" + c)
try:
    json.loads('{"a": 1,\n "b": }')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, repr(e.doc), isinstance(e, ValueError))


class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({"s": {3, 1}}, cls=E), E().encode({1: {2}}))
t(json.dumps, object, cls=E)
print("".join(json.JSONEncoder(indent=1).iterencode([1])))
import io

f = io.StringIO()
json.dump({"a": [1]}, f)
print(f.getvalue())
f.seek(0)
print(json.load(f))
print(json.JSONDecoder().raw_decode("[1] x"))
t(json.JSONDecoder().decode, "[1] x")
print(json.dumps("\x00\x1f\x7f</")), print(
    json.loads('"\\/\\b"') == "/\b", json.dumps(True), json.dumps({"a": 1}.keys().__len__())
)


class I(int):
    pass


class S(str):
    pass


class D(dict):
    pass


print(json.dumps([I(3), S("x"), D(a=1)]))
import collections

P = collections.namedtuple("P", "x y")
print(json.dumps(P(1, 2)), json.dumps(collections.OrderedDict(b=1, a=2)))
print(json.dumps({"k": [1, [2, [3]]]}, indent=4))
t(json.dumps, {"a": object()})
t(json.dumps, [1, [2, {1}]])
