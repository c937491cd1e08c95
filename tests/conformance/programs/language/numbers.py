print(2 ** 100, -(2 ** 70), 10 ** 20 // 3, 10 ** 20 % 7, (2 ** 64).bit_length())
print(0.1 + 0.2, 1e16, 1e-5, 123456789.123, 1.0, 1e22, 1.5e300 * 1e10, float("inf"), -0.0)
print(float("nan") == float("nan"), 1e308 * 10, 3.0 // 2, -3.5 % 2, 2 ** 0.5, 10 / 3)
print(round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(-0.5), int(-3.9))
print(int("0x1f", 16), int("-101", 2), int("1_000"), float("1e3"), int(" 7 "), 0b11, 0o17)
print((1.5).is_integer(), (0.75).as_integer_ratio(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00"))
print(abs(-3), min(3, 1, 2), max([1, 5], key=lambda v: -v), sum([0.1] * 10), pow(3, 20, 7))
print(1 + 2j, (1 + 2j) * (3 - 1j), abs(3 + 4j), complex("1+2j").imag, (2 + 0j) ** 2)
print(hex(255), oct(8), bin(-5), True + True, isinstance(True, int), 7 .real)
print(f"{2**70:,}", f"{1234567.891:,.2f}", f"{0.1:.20f}", f"{1e100:.3e}", f"{12345:e}", f"{1.0:g}")
for wrong in (lambda: int("12x"), lambda: float("abc"), lambda: int(None), lambda: int(float("inf")),
              lambda: int("1", 99), lambda: complex(1) < 2, lambda: round("x")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
