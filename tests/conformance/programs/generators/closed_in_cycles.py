import sys
def out(*a): print(*a, file=sys.stderr)
def gen(n):
    try: yield
    finally: out("closing", n)
class D:
    def __init__(s, n): s.n = n
    def __del__(s): out("del", s.n)
def make(i):
    g = gen(f"g{i}"); next(g)
    d = D(f"d{i}"); d.g = g; d.me = d
    h = D(f"h{i}"); h.me = h; d.h = h
    g2 = gen(f"k{i}"); next(g2); h.k = g2
make(1); make(2)
l = D("l"); x = gen("x"); next(x); l.x = x; l.l = l
out("end")
