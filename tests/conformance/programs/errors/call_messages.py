class A:
    def method(self, a, b, *, c):
        pass

    @classmethod
    def make(cls, x):
        pass

    @staticmethod
    def plain(x, y=1):
        pass


def f(a, b, c, d):
    pass


def g(*, one, two, three):
    pass


def defaults(a, b=1, c=2):
    pass


calls = [
    lambda: A().method(), lambda: A().method(1), lambda: A().method(1, 2), lambda: A().method(1, 2, 3),
    lambda: A().method(1, 2, c=3, d=4), lambda: A.make(), lambda: A.plain(), lambda: A.plain(1, 2, 3),
    lambda: A(5), lambda: f(), lambda: f(1), lambda: f(1, 2, 3, 4, 5), lambda: f(1, 2, 3, d=4, e=5),
    lambda: g(), lambda: g(one=1), lambda: g(1), lambda: defaults(), lambda: defaults(1, 2, 3, 4),
    lambda: f(**{"a": 1, "b": 2, "c": 3}), lambda: f(*range(3), **{"a": 1}), lambda: f(1, **{"x y": 1}),
    lambda: f(**{1: 2}), lambda: f(**5), lambda: len(), lambda: len(1, 2), lambda: int("1", base="x"),
    lambda: [].append(), lambda: "".join(), lambda: {}.get(), lambda: isinstance(1), lambda: range(),
    lambda: print(sep=1), lambda: max(), lambda: abs("x"), lambda: A.method(), lambda: str(1, 2, 3, 4),
]
for call in calls:
    try:
        call()
        print("no error")
    except TypeError as error:
        print(error)
