items = list(range(10))
print(items[2:5], items[:3], items[7:], items[-3:], items[::3], items[::-1], items[8:2:-2], items[20:], items[-20:2])
items[2:4] = ["a", "b", "c"]
print(items)
items[1:1] = [0.5]
del items[::4]
print(items, len(items))
items[::2] = "XYZWV"[:len(items[::2])]
print(items, "hello"[1:4], (1, 2, 3)[::-1], range(20)[5:15:3], b"bytes"[1:3])
s = slice(1, 8, 2)
print(s, s.start, s.stop, s.step, s.indices(5), items[s], slice(3) == slice(None, 3, None))


class Show:
    def __getitem__(self, key):
        return key


show = Show()
print(show[1:2], show[:], show[1:2, ::3], show[...], show["a", 1], show[-1])
a = [1, 2, 3]
b = a[:]
b.append(4)
print(a, b, a[:] == a, a[1:] + a[:1])
