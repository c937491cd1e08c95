# JSON: encoders of one's own, hooks, and the errors of wrong texts.

import json, decimal, datetime, enum, dataclasses, collections, uuid
data = {'name': 'Zoë', 'n': 1.0, 'big': 10 ** 20, 'list': [1, [2, [3, []]], {}], 'none': None, 't': True, 'nested': {'a': {'b': {}}}, 'esc': 'tab\t"q" \\ / \u2028 \x07 😀'}
print(json.dumps(data))
print(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
print(json.dumps([1, 2, {'a': 3}], separators=(',', ':')))
print(json.dumps([1, [2]], indent='\t'))

class Enc(json.JSONEncoder):

    def default(self, o):
        if isinstance(o, (datetime.date, datetime.datetime)):
            return o.isoformat()
        if isinstance(o, set):
            return sorted(o)
        if isinstance(o, decimal.Decimal):
            return str(o)
        if dataclasses.is_dataclass(o):
            return dataclasses.asdict(o)
        if isinstance(o, complex):
            return {'__complex__': True, 're': o.real, 'im': o.imag}
        return super().default(o)

@dataclasses.dataclass
class P:
    x: int
    y: int

print(json.dumps({'d': datetime.date(2024, 2, 29), 's': {3, 1, 2}, 'dec': decimal.Decimal('1.10'), 'p': P(1, 2), 'c': 1 + 2j}, cls=Enc))
try:
    json.dumps({'x': object}, cls=Enc)
except TypeError as e:
    print(e, e.__notes__)
try:
    json.dumps({(1, 2): 3})
except TypeError as e:
    print(e)
print(json.dumps({1: 'a', None: 'b', True: 'c', 2.5: 'd'}), json.dumps({(1,): 1, 'k': 2}, skipkeys=True))
l = []
l.append(l)
try:
    json.dumps(l)
except ValueError as e:
    print(e)
for bad in ['{"a": 1,}', '[1, 2', "{'a': 1}", '', 'nul', '{"a" 1}', '[1,,2]', '"abc', '"a\nb"', '[1] x', '{"a": 1 "b": 2}', '\ufeff[]', '"\\x"', '01', '-', '[1.]']:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), '->', e, '|', e.msg, e.pos, e.lineno, e.colno)
print(json.loads('{"a": [1, 2.5, -3e2, null, true, false, "\\u00e9\\ud83d\\ude00"]}'), json.loads('[NaN, Infinity, -Infinity]'), json.dumps(float('nan')))
try:
    json.dumps(float('inf'), allow_nan=False)
except ValueError as e:
    print(e)
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda d: P(**d)), json.loads('{"b": 1, "a": 2, "b": 3}', object_pairs_hook=list), json.loads('[1.1, 2]', parse_float=decimal.Decimal, parse_int=str))

def as_complex(d):
    return complex(d['re'], d['im']) if '__complex__' in d else d

print(json.loads('{"__complex__": true, "re": 1, "im": 2}', object_hook=as_complex))
print(json.loads(b'[1]'), json.loads(bytearray(b'{"a":1}')), json.dumps('\x7f\x80'), json.dumps(1e+100), json.dumps(1e+16), json.dumps(0.1 + 0.2), json.dumps(-0.0))

class C(enum.IntEnum):
    A = 1

class S(enum.StrEnum):
    B = 'bee'

print(json.dumps([C.A, S.B]), json.dumps({C.A: S.B}), json.dumps(collections.OrderedDict(a=1)), json.dumps(collections.namedtuple('N', 'a b')(1, 2)))
import io
f = io.StringIO()
json.dump({'a': [1]}, f, indent=1)
print(f.getvalue())
f.seek(0)
print(json.load(f))
print(json.JSONDecoder().raw_decode('[1] tail'), json.JSONDecoder(strict=False).decode('"a\nb"'))
print(json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps([[], {}], indent=2), json.dumps('é', ensure_ascii=False), json.dumps({'a': [1, 2]}, indent=0))
