class R:
    def __repr__(self): return 5
for f in (lambda: repr(R()), lambda: str(R()), lambda: f"{R()}", lambda: print(R()), lambda: [R()].__repr__(), lambda: "%r" % R()):
    try: f()
    except TypeError as e: print(e)
class H:
    def __hash__(self): return "x"
    def __bool__(self): return 2
    def __len__(self): return -1
    def __index__(self): return "a"
    def __iter__(self): return 1
    def __contains__(self, x): return "yes"
    def __format__(self, s): return 3
    def __int__(self): return "i"
    def __float__(self): return "f"
    def __complex__(self): return "c"
    def __bytes__(self): return "b"
    def __str__(self): return b"s"
h = H()
for f in (lambda: hash(h), lambda: bool(h), lambda: len(h), lambda: [1][h], lambda: list(h), lambda: 5 in h, lambda: format(h), lambda: int(h), lambda: float(h), lambda: complex(h), lambda: bytes(h), lambda: str(h), lambda: range(h), lambda: "a" * h, lambda: h[0], lambda: h(), lambda: h + 1, lambda: -h, lambda: h < 1, lambda: h.foo, lambda: iter(h), lambda: next(h), lambda: reversed(h), lambda: abs(h), lambda: round(h), lambda: divmod(h, 1), lambda: h ** 2, lambda: h @ 1, lambda: ~h, lambda: bin(h), lambda: chr(h), lambda: sum(h), lambda: max(h), lambda: sorted(h), lambda: enumerate(h), lambda: zip(h), lambda: map(str, h), lambda: dict(h), lambda: set(h), lambda: print(*h), lambda: f(**h), lambda: h.__class__.__name__):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
