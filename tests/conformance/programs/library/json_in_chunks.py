"""`json.dump` and `iterencode` give a document in pieces, and what came before an error; texts that are enums."""
import enum
import json

DATA = {"a": [1, "b", None, [2.5, {}], {"k": True}], "c": {"d": 1, "e": 2}, "f": [], 3: ()}


class Pieces:
    def __init__(self):
        self.pieces = []

    def write(self, text):
        self.pieces.append(text)


for options in ({}, {"indent": 1}, {"separators": (",", ":")}, {"sort_keys": False, "indent": "-"}):
    out = Pieces()
    json.dump(DATA, out, **options)
    print(len(out.pieces), out.pieces)
print(list(json.JSONEncoder().iterencode([1, [True, "x"]])), list(json.JSONEncoder().iterencode("text")))
out = Pieces()
try:
    json.dump({"fine": [1, 2], "wrong": [object]}, out, indent=2)
except TypeError as error:
    print(error, error.__notes__)
print(out.pieces)


class State(str, enum.Enum):
    OPEN = "open"
    SHUT = "süß"


print(json.dumps([State.OPEN, {State.OPEN: State.SHUT}]), json.dumps(State.SHUT, ensure_ascii=False))
