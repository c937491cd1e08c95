from string.templatelib import Template, Interpolation, convert
name = "World"; n = 3.14159
t = t"Hello {name!r:>10} and {n:.2f} {n=} end"
print(type(t), t.strings, t.values)
for part in t: print(repr(part))
for i in t.interpolations: print(i.value, i.expression, i.conversion, i.format_spec)
print(t"" , t"a" + t"b{name}", (t"x{1}" + t"{2}y").strings)
try: t"a" + "b"
except TypeError as e: print(e)
try: "b" + t"a"
except TypeError as e: print(e)
print(Template("a", Interpolation(1, "x", None, ""), "b"), Interpolation(5, "five", "r", ".2f"))
print(t"{name}{{}}", t"{n:{1}.{2}}".interpolations[0].format_spec)
def f(template):
    out = []
    for p in template:
        if isinstance(p, Interpolation):
            out.append(format(convert(p.value, p.conversion), p.format_spec))
        else: out.append(p)
    return "".join(out)
print(f(t"Hi {name!s:*^11}! {n:8.3f}|"))
x = f"{'nested ' + f'{name!r:>{len(name) + 5}}'} {n:{'8'}.{2}f} {name=} {n = :.1f} {name!a}"
print(x)
print(f"{{}} {'a' if n else 'b'} {(lambda x: x * 2)(4)} {[i for i in range(3)]} {dict(a=1)['a']} { {1: 2}[1] }")
print(f"{1:0>5} {255:#x} {255:#010b} {-5:+} {5: } {1234567.891:,.2f} {1234567:_} {0.5:%} {1e10:g} {'s':^5}|")
print(f'{"a" "b"}{f"{f"{1}"}"}' f"{name}"
      f" {name!s:}")
print(f"{n:.{1 + 1}}", f"{name:{'>' + '10'}}", rf"\d{name}\n", f"\N{DIGIT ONE}\x41\u00e9")
print(f"""multi
{name
 .upper()
} line""")
try: f"{n:d}"
except ValueError as e: print(e)
try: f"{name:d}"
except ValueError as e: print(e)
try: f"{[]:5}"
except TypeError as e: print(e)
