vals = [0, 1, -1, 42, 255, -255, 10**20, 1234567, True]
specs = ["", "d", "5", "<8", ">8", "^8", "=+8", "08", "+", " ", "-", ",", "_", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010b", "_b", "_x", ",d", "c", "e", "f", ".2f", "g", "%", "n", "*^10", "010,", "+,", "5c", ".3", "s", "z", "é^7", "<<5", "}>4"]
for v in vals:
    row = []
    for s in specs:
        try: row.append(format(v, s))
        except Exception as e: row.append(f"{type(e).__name__}:{e}")
    print(v, row)
fl = [0.0, -0.0, 1.0, -1.5, 3.14159265, 1e16, 1e22, 1.5e-7, 123456789.987654321, float("inf"), float("-inf"), float("nan"), 0.1, 2.5, 1e100]
fs = ["", "f", ".0f", "#.0f", ".3f", "e", ".2e", "E", "g", ".3g", "#g", "G", "%", ".1%", "n", "10.2f", "<10.2f", "^+10.2f", "010.2f", "=+10", ",", ",.2f", "_.2f", "z.0f", "+z", ".20f", ".3", "08", "d", "x", "c", "s", ",e", "0=10", ".10", ".0", "_", ".2_f", ".2,f"]
for v in fl:
    row = []
    for s in fs:
        try: row.append(format(v, s))
        except Exception as e: row.append(f"{type(e).__name__}:{e}")
    print(v, row)
for s in ["", "10", "<10", "^10", "*>10", ".2", "10.2", "=10", "d", ",", "+", "010", "#", "s", "z"]:
    try: print(repr(format("hey", s)))
    except Exception as e: print(type(e).__name__, e)
for s in ["", ".2f", "+.1e", "10", "<20.2f", "^30", ",", "=10", "010", "%", "g", "#g"]:
    try: print(repr(format(1.5-2.25j, s)), repr(format(3j, s)))
    except Exception as e: print(type(e).__name__, e)
for x in (1e15, 1e16, 123456789012345680.0, 1e-4, 1e-5, 0.1+0.2, 1/3, 2/3, 1e308*10, 5e-324, 1.7976931348623157e308, 100.0, 1e5, -0.0):
    print(x, repr(x), str(x), "%s %r %g %f %e %.3g" % (x, x, x, x, x, x))
print("%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%c|%c|%s|%r|%a|%%|%5.1f|%-8s|%8s|%.2s" % (42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 65, "z", "s", "r", "é", 3.14159, "ab", "cd", "xyz"))
print("%(a)s %(b)05.1f %(a)r" % {"a": 1, "b": 2.5})
print("%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, 3.14159))
for t, a in [("%d", "x"), ("%d", 1.9), ("%x", 1.5), ("%c", "ab"), ("%c", 1114112), ("%z", 1), ("%", 1), ("%s %s", 1), ("%s", (1, 2)), ("%(a)s", 1), ("%(a)s", {}), ("%d", None), ("%i", True), ("%f", "a"), ("%s", ())]:
    try: print(t, a, t % a)
    except Exception as e: print(t, a, type(e).__name__, e)
print("{0} {1} {0}".format(1, 2), "{a.real} {b[0]} {b[k]}".format(a=5, b={0: 1, "k": 2}) if False else "", "{:>{w}}|{:{f}^9}|{!r:>6}".format(1, 2, "x", w=5, f="*"))
print("{0[1]} {0[2]}".format([1, 2, 3]), "{x.__class__.__name__}".format(x=1), "{{}}".format(), "{:{}}".format(3, "05"))
for s, a, k in [("{", (), {}), ("}", (), {}), ("{0.}", (1,), {}), ("{0[}", (1,), {}), ("{!}", (1,), {}), ("{!rx}", (1,), {}), ("{0.x}", (1,), {}), ("{0[a]}", ([],), {}), ("{a b}", (), {"a b": 1}), ("{:{:{}}}", (1, 2, 3), {}), ("{-1}", (1,), {}), ("{} {0}", (1,), {})]:
    try: print(s, s.format(*a, **k))
    except Exception as e: print(s, type(e).__name__, e)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(1234, -2), round(1e300, 2), round(0.5), round(1.5, 0), round(25, -1), round(35, -1), round(True))
print(int("0x1f", 16), int("0b11", 0), int(" 12_3 "), int("z", 36), int(-3.9), int("-0"), int("１２"), float("1_0.5"), float(" -inf "), float("1e5"), complex("1+2j"), complex("-j"), complex(" (1-2j) "))
print((255).to_bytes(2, "big"), int.from_bytes(b"\x01\x02", "little"), (-1).to_bytes(2, "big", signed=True), (10).bit_length(), (255).bit_count(), (7).as_integer_ratio(), (0.75).as_integer_ratio(), (3.0).is_integer(), (0.1).hex(), float.fromhex("0x1.8p1"), (5).conjugate(), (5).numerator, 10**50 // 7**20, -7 // 2, -7 % 3, divmod(-7, 3), 7.5 // 2, -7.5 % 2, 2**-1, 0**0, (-8) ** (1/3))
print(1_000_000, 0xFF, 0o17, 0b101, 1e3, 1.5e-3j, 10**30, -(10**30) >> 3, 1 << 100, (1 << 100) & 0xFFFF, ~(1 << 70), hash(1.0), hash(True), hash(-1))
