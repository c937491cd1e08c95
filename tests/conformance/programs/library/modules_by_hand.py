import builtins, __main__, sys, importlib, types

print(__main__.__name__, builtins.len is len, sys.modules["__main__"] is __main__, builtins.__name__)
builtins.shout = lambda s: s.upper()
print(shout("x"))
for m in ("nope_mod", "os.nope"):
    try:
        importlib.import_module(m)
    except ImportError as e:
        print(type(e).__name__, e.name, e)
mod = types.ModuleType("dyn")
mod.x = 5
sys.modules["dyn"] = mod
import dyn

print(dyn.x, dyn)
from dyn import x

print(x)
try:
    from dyn import y
except ImportError as e:
    print(e)
try:
    from asyncio import nothing_here
except ImportError as e:
    print(str(e)[:50])


class Lazy(types.ModuleType):
    def __getattr__(self, n):
        return n * 2


sys.modules["lazy"] = Lazy("lazy")
import lazy

print(lazy.ab)
print(
    __import__("json").dumps([1]),
    importlib.import_module(".abc", "collections").__name__ != "",
    vars(dyn)["x"],
    dir(dyn)[-1],
)
del sys.modules["dyn"]
try:
    import dyn
except ImportError as e:
    print(e)
exec("import math; r = math.sqrt(4)")
print(r, eval("1 + x"))
