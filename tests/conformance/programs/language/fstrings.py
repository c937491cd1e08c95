name, value, width = "world", 3.14159, 10
print(f"{name!r} {name!s:>8} {name!a} {value:.2f} {value:{width}.{2}f}|")
print(f"{value=} {value = :.1f} {name.upper()=} {1 + 1 = }")
print(f"{{literal}} {'nested ' + f'{name}'} {f"{f"{1}"}"}")
print(f"{[x for x in range(3)]} {(lambda x: x * 2)(4)} { {'a': 1}['a'] }")
print(f"{1_000_000:,} {255:#x} {255:08b} {0.25:.0%} {1e10:g} {-5:+d} {5: d}")
print(f"{'left':<8}|{'mid':^8}|{'right':>8}|{'fill':*^10}|{7:03}|{True}|{True:d}")
print(f"{3!r:>5}" f" joined {name}" " plain")
multi = f"""{
    value:.1f} plus {
    name
} and {"\n".join(["a", "b"])}"""
print(multi)
print(rf"\n{name}", f"{'\\'}", f"{None} {...} {b'x'}")


class Custom:
    def __format__(self, spec):
        return f"<{spec}>"


print(f"{Custom():anything at all} {Custom()}")
try:
    f"{name:d}"
except ValueError as error:
    print(error)
