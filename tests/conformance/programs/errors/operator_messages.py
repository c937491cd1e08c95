values = {"int": 1, "float": 1.5, "str": "s", "list": [1], "tuple": (1,), "dict": {1: 2}, "set": {1},
          "None": None, "bytes": b"b", "func": len}
import operator

for name in ("add", "sub", "mul", "truediv", "mod", "lt", "and_", "lshift", "matmul", "pow"):
    for left, right in (("int", "str"), ("str", "int"), ("list", "tuple"), ("None", "int"), ("dict", "set"),
                        ("bytes", "str"), ("float", "list"), ("func", "int")):
        try:
            getattr(operator, name)(values[left], values[right])
        except TypeError as error:
            print(name, left, right, "|", error)
for name in ("neg", "invert", "pos", "index"):
    for operand in ("str", "None", "float", "list"):
        try:
            getattr(operator, name)(values[operand])
        except TypeError as error:
            print(name, operand, "|", error)
