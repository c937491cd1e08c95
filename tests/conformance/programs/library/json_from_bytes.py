# JSON in bytes: in which of Unicode's encodings it is shows at its first four bytes.
import json

text = '{"name": "Zoë", "tags": ["a", "\\u00e9"], "n": 1}'
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"):
    data = text.encode(encoding)
    print(encoding, len(data), json.loads(data) == json.loads(text), json.loads(bytearray(data))["name"])
for short in ("1", "12", "[]", '""'):
    print([json.loads(short.encode(encoding)) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")])
print(json.JSONDecoder().raw_decode("x[1]y", 1))
try:
    json.JSONDecoder().raw_decode("x[1]", -1)
except ValueError as error:
    print(error)
