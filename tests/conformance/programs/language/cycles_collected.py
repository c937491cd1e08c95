import asyncio
async def co(): await asyncio.sleep(1)
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)
def gen(n):
    try: yield 1
    finally: print('gen closed', n)
g = gen(1); next(g)
h = D('h'); h.g = gen(2); h.h = h; next(h.g)
d1 = D('d1'); d2 = D('d2'); d1.o = d2; d2.o = d1
x = D('x'); x.h = h
del h, x
import gc
class T: pass
t = T(); t.co = co(); t.t = t; t.g = gen(3); next(t.g); t.d = D('td')
del t
print('collect')
gc.collect()
print('collected')
print('end')
