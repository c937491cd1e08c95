# A matrix class with all the operators, down to the inverse in fractions.
import operator
from fractions import Fraction
from functools import reduce
from itertools import chain, product, starmap
from numbers import Number


class Matrix:
    """A small dense matrix."""

    __slots__ = ("rows", "shape")

    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows of different length")
        self.shape = (len(self.rows), len(self.rows[0]))

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @classmethod
    def from_function(cls, m, n, f):
        return cls([[f(i, j) for j in range(n)] for i in range(m)])

    def __repr__(self):
        return f"{type(self).__name__}({self.rows!r})"

    def __str__(self):
        texts = [[str(x) for x in r] for r in self.rows]
        widths = [max(map(len, col)) for col in zip(*texts)]
        return "\n".join("[" + "  ".join(t.rjust(w) for t, w in zip(r, widths)) + "]" for r in texts)

    def __getitem__(self, key):
        match key:
            case int(i), int(j):
                return self.rows[i][j]
            case int(i):
                return self.rows[i]
            case slice() as s:
                return Matrix(self.rows[s])
            case slice() as a, slice() as b:
                return Matrix([r[b] for r in self.rows[a]])
            case int(i) | slice() as i, _:
                return Matrix([self.rows[i]])
            case _:
                raise TypeError(f"bad index {key!r}")

    def __setitem__(self, key, v):
        i, j = key
        self.rows[i][j] = v

    def __iter__(self):
        return chain.from_iterable(self.rows)

    def __len__(self):
        return self.shape[0] * self.shape[1]

    def __contains__(self, x):
        return any(x == y for y in self)

    def __eq__(self, o):
        return isinstance(o, Matrix) and self.rows == o.rows

    def __bool__(self):
        return any(self)

    def _zip(self, o, op):
        if not isinstance(o, Matrix):
            return NotImplemented
        if self.shape != o.shape:
            raise ValueError(f"shapes {self.shape} and {o.shape} differ")
        return Matrix([[op(a, b) for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])

    def __add__(self, o):
        return self._zip(o, operator.add)

    def __sub__(self, o):
        return self._zip(o, operator.sub)

    def __neg__(self):
        return -1 * self

    def __mul__(self, k):
        if isinstance(k, Number):
            return Matrix([[x * k for x in r] for r in self.rows])
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError("cannot multiply")
        cols = list(zip(*o.rows))
        return Matrix([[sum(map(operator.mul, r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n, mod=None):
        r = Matrix.identity(self.shape[0])
        b = self
        while n:
            if n & 1:
                r = r @ b
            b = b @ b
            n >>= 1
            if mod:
                r, b = r % mod, b % mod
        return r

    def __mod__(self, m):
        return Matrix([[x % m for x in r] for r in self.rows])

    def __round__(self, n=0):
        return Matrix([[round(x, n) for x in r] for r in self.rows])

    def __abs__(self):
        return self.det()

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def minor(self, i, j):
        return Matrix([r[:j] + r[j + 1 :] for k, r in enumerate(self.rows) if k != i])

    def det(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * self.minor(0, j).det() for j in range(self.shape[1]))

    def inverse(self):
        d = self.det()
        if not d:
            raise ZeroDivisionError("singular matrix")
        n = self.shape[0]
        return Matrix.from_function(n, n, lambda i, j: Fraction((-1) ** (i + j) * self.minor(j, i).det(), d))


a = Matrix([[2, 1, 0], [1, 3, -1], [0, 5, 4]])
b = Matrix.from_function(3, 3, lambda i, j: i * 3 + j)
print(a)
print(repr(b))
print(a + b)
print(a - b, "", sep="\n")
print(2 * a == a * 2 == a + a)
print(a @ b)
print(b.T)
print(abs(a), a.det())
print(a.inverse())
print(a @ a.inverse() == Matrix.identity(3))
print(a[0, 1], a[1], a[:2], a[0:2, 1:], a[-1, :], sep=" | ")
fib = Matrix([[1, 1], [1, 0]])
print([(fib**n)[0, 1] for n in range(12)], (fib**100)[0][1], pow(fib, 1000, 1000)[0, 1])
print(
    5 in b,
    9 in b,
    len(a),
    bool(Matrix([[0]])),
    sum(a),
    max(b),
    sorted(a)[:3],
    list(map(type, b[:1]))[0].__name__,
)
for f in (
    lambda: a + 5,
    lambda: a @ Matrix([[1]]),
    lambda: Matrix([[1], [1, 2]]),
    lambda: a["x"],
    lambda: b.inverse(),
    lambda: a * "x",
    lambda: a + Matrix([[1]]),
    lambda: a.size,
    lambda: hash(a),
    lambda: a < b,
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(
    round(Matrix([[1.23456, 2.5]]), 2),
    reduce(operator.matmul, [a, a, a])[0],
    list(starmap(lambda i, j: a[i, j], product(range(2), repeat=2))),
)
