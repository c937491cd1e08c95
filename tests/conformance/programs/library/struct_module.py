"""Numbers and texts as bytes by a format."""
import struct

for form, values in [
    ("<bBhH", (-1, 255, -2, 65535)), (">iIqQ", (-1, 4294967295, -2, 2**64 - 1)), ("!H2s", (258, b"abc")), ("<3s5p", (b"ab", b"hello world")),
    ("=?c2x", (True, b"x")), ("<f", (1.5,)), (">d", (-0.1,)), ("<e", (1.0,)), (">e", (65504.0,)), ("<2h", (1, 2)), ("<0h", ()),
    ("<e", (6e-8,)), ("<3e", (0.1, -2.5, float("inf"))), ("bhi", (1, 2, 3)), ("<i", (True,)), ("< h h ", (1, 2)), ("<hd", (1, 2.0)),
]:
    packed = struct.pack(form, *values)
    print(form, packed.hex(" "), struct.calcsize(form), struct.unpack(form, packed))

point = struct.Struct("<hh")
print(point.size, point.format, point.pack(3, 4), point.unpack(b"\x01\x00\x02\x00"), list(point.iter_unpack(bytes(range(8)))))
buffer = bytearray(8)
point.pack_into(buffer, 2, -1, 5)
struct.pack_into(">H", buffer, -2, 513)
print(buffer, point.unpack_from(buffer, 2), struct.unpack_from("B", b"\x07\x08", offset=1), list(struct.iter_unpack("<H", b"abcd")))


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


attempt(lambda: struct.pack("<h"))
attempt(lambda: struct.pack("<h", 1, 2))
attempt(lambda: struct.pack("<h", 40000))
attempt(lambda: struct.pack("<B", -1))
attempt(lambda: struct.pack("<q", 2**63))
attempt(lambda: struct.pack("<h", "x"))
attempt(lambda: struct.pack("<h", 1.5))
attempt(lambda: struct.pack("<f", "x"))
attempt(lambda: struct.pack("<f", 1e40))
attempt(lambda: struct.pack("<e", 1e6))
attempt(lambda: struct.pack("<s", "x"))
attempt(lambda: struct.pack("<c", b"xy"))
attempt(lambda: struct.pack("<y", 1))
attempt(lambda: struct.pack("<3", 1))
attempt(lambda: struct.unpack("<h", b"abc"))
attempt(lambda: struct.unpack("<b", b""))
attempt(lambda: struct.unpack("<h", "ab"))
attempt(lambda: struct.unpack_from("<h", b"abc", 2))
attempt(lambda: struct.unpack_from("<h", b"abc", -1))
attempt(lambda: struct.pack_into("<h", bytearray(1), 0, 1))
attempt(lambda: list(struct.iter_unpack("<h", b"abc")))
attempt(lambda: struct.calcsize("<n"))
