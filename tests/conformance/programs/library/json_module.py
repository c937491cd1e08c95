import json

data = {"name": "é", "list": [1, 2.5, None, True], "nested": {"a": {}, "b": []}}
text = json.dumps(data)
print(text, json.loads(text) == data)
print(json.dumps(data, indent=2, ensure_ascii=False, sort_keys=True))
print(json.dumps([1, 2], separators=(",", ":")), json.dumps("a\"b\n"), json.dumps(float("inf")))
for wrong in ("{", "[1,]", "nul", '{"a" 1}'):
    try:
        json.loads(wrong)
    except json.JSONDecodeError as error:
        print(error)
try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)
