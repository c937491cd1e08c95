# What cannot be turned into JSON, with the notes that say where it was.

import json

class User:

    def __init__(self, name):
        self.name = name

cases = [lambda: json.dumps({'a': {1}}), lambda: json.dumps([1, [2, {'k': object()}]]), lambda: json.dumps([User('x')], indent=2), lambda: json.dumps(User('q')), lambda: json.dumps({(1, 2): 1}), lambda: json.dumps({'x': [float('nan')]}, allow_nan=False), lambda: json.dumps([b'x']), lambda: json.dumps({'a': 1j}, default=lambda o: 1 / 0), lambda: json.dumps({'a': {'b': [0, 1, set()]}}, indent=1), lambda: json.dumps((1, {2})), lambda: json.dumps(User('z'), default=lambda o: o)]
for c in cases:
    try:
        print(c())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', None))
print(json.dumps(User('q'), default=vars), json.dumps({'b': 1, 'a': [1, 2]}, sort_keys=True), json.dumps({2: 1, 10: 2, 1: 3}, sort_keys=True))
try:
    json.dumps({'a': 1, 2: 3}, sort_keys=True)
except TypeError as e:
    print(e)
d = {}
d['d'] = d
try:
    json.dumps(d)
except ValueError as e:
    print(e, e.__notes__)
try:
    json.loads(None)
except TypeError as e:
    print(e)
try:
    json.loads('[' * 10)
except ValueError as e:
    print(e)
print(json.loads('"\\ud83d\\ude00"'), json.loads(' {"a" : 1 } '), json.loads('1E5'), json.loads('-0'), json.loads('-0.0'), json.loads('{}'), json.loads('[]', object_hook=print))
for b in ('{"a":', '{"a":}', '{a:1}', '[1 2]', 'True', '{"a":1', '"\\u12"', '[1,]', '{,}', 'tru', '1 2', '{"a":1}}', '\n\n[1,\n 2,\n x]'):
    try:
        json.loads(b)
    except json.JSONDecodeError as e:
        print(repr(b), e)
print(json.__all__, json.decoder.JSONDecodeError is json.JSONDecodeError, json.JSONEncoder().encode({'k': (1, 2)}), json.encoder.__name__)
json.dumps({'when': {1, 2, 3}})
