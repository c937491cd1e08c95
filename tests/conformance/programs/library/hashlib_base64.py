import base64
import binascii
import hashlib
import uuid

print(hashlib.sha256(b"abc").hexdigest(), hashlib.md5(b"").hexdigest(), hashlib.sha1(b"x").digest()[:4])
h = hashlib.new("sha256")
h.update(b"a")
h.update(b"bc")
print(h.hexdigest()[:16], h.name, h.digest_size)
print(base64.b64encode(b"hello world"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xfb\xff"))
print(binascii.hexlify(b"\x01\xff"), binascii.crc32(b"abc"), bytes.fromhex("0aff"))
print(uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.UUID("12345678123456781234567812345678").version)
