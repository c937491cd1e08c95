class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return self.x < other.x

    def __bool__(self):
        return bool(self.x or self.y)

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __iter__(self):
        yield self.x
        yield self.y

    def __contains__(self, value):
        return value in (self.x, self.y)

    def __call__(self, scale):
        return self * scale

    def __format__(self, spec):
        return f"<{self.x:{spec}}|{self.y:{spec}}>"


v = Vector(1, 2)
print(v + v, v * 3, 3 * v, -v, v == Vector(1, 2), v != v, len({v, Vector(1, 2)}))
print(bool(Vector(0, 0)), len(v), v[-1], list(v), 2 in v, v(10), f"{v:.1f}")
print(sorted([Vector(3, 0), Vector(1, 1)]), max(v, Vector(5, 5)), v > Vector(0, 9))
v += Vector(1, 1)
print(v, str(v))
for wrong in (lambda: v + 1, lambda: 1 + v, lambda: v - v, lambda: v >= v, lambda: v[5]):
    try:
        wrong()
    except (TypeError, IndexError) as error:
        print(error)
