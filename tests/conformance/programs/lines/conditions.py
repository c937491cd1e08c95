def t():
    return True


def f():
    return False


if (t()
        and f()
        or t()):
    a = 1
b = (
    t()
    if f()
    else f()
)
c = t() or f()
if not f(): d = 1
if f(): d = 2
else: d = 3
if f():
    d = 4
elif t():
    d = 5
while f():
    d = 6
d = 1 < 2 < 3
d = (1
     < 2
     < 0)
if t():
    if f():
        d = 7
assert t()
e = [
    t(),
    f()
][0]
