"""Integers as bytes, and other things that hold bytes."""
import array
import base64
import binascii
import hashlib
import struct

print((5).to_bytes(2, "big", signed=True), (-5).to_bytes(2, "little", signed=True), (300).to_bytes(2), (0).to_bytes(), (1).to_bytes(length=3, byteorder="little"))
print(int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 2]), int.from_bytes(b"\x01\x02", byteorder="little"), int.from_bytes(bytearray(b"\x01")))
for wrong in (lambda: (300).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (200).to_bytes(1, signed=True), lambda: (1).to_bytes(-1), lambda: (1).to_bytes(2, "x"), lambda: int.from_bytes("ab"), lambda: int.from_bytes(5)):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
a = array.array("B", [1, 2, 3, 4])
print(struct.unpack("<hh", a), hashlib.md5(a).hexdigest(), base64.b64encode(a), binascii.hexlify(a), list(struct.iter_unpack("<h", a)), struct.unpack_from("<h", a, 2))
