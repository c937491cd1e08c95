# What is evaluated when.
def say(value):
    print(value, end=" ")
    return value


items = [0, 0, 0]
items[say(0)] = say(1)
items[say(1)] += say(2)
print(items)
say(1) + say(2) * say(3)
print()
result = {say("a"): say(1), say("b"): say(2)}
print(result)
print(say(1) < say(3) < say(2), end=" | ")
print(say(5) < say(3) < say(9))
x = say(0) or say(7) and say(8)
print(x)


class T:
    def __init__(self, n):
        self.n = n

    def __iadd__(self, other):
        print("iadd", end=" ")
        self.n += other
        return self


t = u = T(1)
t += 5
print(t is u, u.n)


def args(*a, **k):
    return a, k


print(args(say(1), *[say(2)], say(3), k=say(4), **{"z": say(5)}))
a = b = say([])
a.append(1)
print(b)
i = 0
i, items[i] = 2, 9
print(i, items)
print(say(1) if say(0) else say(2), [say(n) for n in (1, 2)], not say(""))
