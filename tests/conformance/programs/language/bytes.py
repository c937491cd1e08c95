b = b"abc\x00\xff"
print(b, b[0], b[1:3], len(b), b.hex(), bytes([65, 66]), bytes(3), b"a" in b)
print("é€".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode(), b"x,y".split(b","))
print(b"abc".upper(), b"%d" % 5, bytearray(b"xy"), b"\xff".decode(errors="replace"), b"'")
a = bytearray(b"abc")
a[0] = 122
a.append(33)
print(a, bytes(a), a == b"zbc!", list(b"hi"))
for wrong in (lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: b"a" + "b", lambda: bytes([256])):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
