a = "\d"
b = """one
two \q
three"""
c = f"{a}\w{b}\z"
d = b"\400" + b"\p"
e = "\777"
def f():
    try:
        pass
    finally:
        return 1 is 1
for i in [1]:
    try:
        pass
    finally:
        for j in []:
            break
        continue
assert (1, "x")
x = a is "lit" is not 5
try:
    y = [(1, 2) (3, 4)]
except TypeError: pass
try: [1, 2]["a"]; 
except TypeError: pass
try: "abc"[1.5]
except TypeError: pass
try: (1)[0]
except TypeError: pass
try: (lambda: 1)[0]
except TypeError: pass
z = 1if x else 2
