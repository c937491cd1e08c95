class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Old:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index * 10


c = Countdown(3)
print(next(c), list(c), list(c), next(c, "end"))
print(list(Old()), 20 in Old(), sum(Old()), [*Old()], max(Old()), list(zip(Old(), "abc")))
a, b, *rest = Countdown(5)
print(a, b, rest, dict(enumerate(Countdown(2))), list(map(lambda x, y: x + y, Countdown(3), Old())))
it = iter([1, 2, 3])
for n in it:
    print(n, next(it, None))


class Wrong:
    def __iter__(self):
        return 5


for bad in (Wrong(), 5, Countdown):
    try:
        iter(bad)
    except TypeError as error:
        print(error)
numbers = [1, 2, 3]
iterator = iter(numbers)
next(iterator)
numbers.append(4)
print(list(iterator), iterator.__length_hint__(), list(reversed(numbers)), list(iter(lambda: numbers.pop(), 2)))
