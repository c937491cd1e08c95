print(7 // 2, -7 // 2, 7 % -3, divmod(-7, 2), 2 ** 10, 2 ** -1, 7 / 2)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -16 >> 2)
print(1 < 2 < 3, 1 < 3 > 2, 3 == 3.0 == True, not 0, None is None)
print(1 and 2, 0 or "x", "" or [] or None, 1 if [] else 2)
print("a" "b" * 3, [1] * 3, (1, 2) + (3,), "x" in "xyz", 2 not in [1])
one, none, five = [1], None, 5
x = 5
x += 2; x *= 3; x -= 1; x //= 4; x **= 2; x %= 7; x <<= 3; x |= 1; x ^= 2; x &= 0b11011
print(x)
print([1, 2] < [1, 3], (1,) < (1, 0), "B" < "a", {1} < {1, 2}, {1, 2} & {2}, {1} ^ {2})
print({"a": 1} | {"b": 2}, [1, 2, 3][::-1], "hello"[1:-1:2], (1, 2, 3)[-2:])
for wrong in (lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} < {}, lambda: -"a",
              lambda: 1 // 0, lambda: 1.0 % 0, lambda: 0 ** -1, lambda: 1 << -1, lambda: "a" * 1.5,
              lambda: one[1.0], lambda: none[0], lambda: five(), lambda: len(5), lambda: {}[[]]):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
