class A:
    def hi(self): return 'A'
class B:
    def hi(self): return 'B'
class C(A):
    __slots__ = ('x',)
class D:
    __slots__ = ('x',)
class E:
    __slots__ = ('x',)
class F:
    __slots__ = ('y',)
class G(int): pass
class H(int): pass
class I(list): pass
a = A(); a.n = 1
a.__class__ = B
print(a.hi(), type(a), isinstance(a, A), isinstance(a, B), a.n, a.__dict__)
def attempt(o, c):
    try:
        o.__class__ = c
        print('ok', type(o), repr(o)[:5])
    except Exception as e: print(type(e).__name__, e)
attempt(a, C); attempt(C(), A); attempt(D(), E); attempt(D(), F); attempt(D(), A); attempt(A(), D)
attempt(G(3), H); attempt(G(3), I); attempt(G(2), A); attempt(a, int); attempt(1, int); attempt(1, A); attempt(a, 5)
attempt(a, object); attempt(print, A)
try: del a.__class__
except TypeError as e: print(e)
class M(type): pass
class N(metaclass=M): pass
attempt(A, M)
print(type(A))
class X(Exception): pass
class Y(Exception): pass
attempt(X(1), Y); attempt(X(1), ValueError); attempt(ValueError(1), X)
object.__setattr__(a, '__class__', A)
print(type(a))
class S(A):
    def become(self): self.__class__ = A; return self.hi()
print(S().become())
