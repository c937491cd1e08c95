def f():
    x = 1
    print(locals())
    l = locals(); l["y"] = 5
    print(locals(), "y" in locals())
    exec("z = 3")
    try: print(z)
    except NameError as e: print(e)
    ns = {}
    exec("a = x", {"x": 9}, ns); print(ns)
    return eval("x + 1")
print(f())
class A:
    v = 1
    print(sorted(k for k in locals() if not k.startswith("__")))
