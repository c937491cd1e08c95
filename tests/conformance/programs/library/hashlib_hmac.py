"""Digests, with and without a key."""
import hashlib
import hmac
import secrets

text = b"the quick brown fox " * 9
for name in ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512", "blake2b", "blake2s"]:
    h = getattr(hashlib, name)(text)
    print(name, h.hexdigest()[:40], h.digest_size, h.block_size, h.name, hashlib.new(name, b"").hexdigest()[-8:])
print(hashlib.shake_128(text).hexdigest(10), hashlib.shake_256(b"").digest(4), hashlib.shake_256(b"").digest_size)
print(hashlib.blake2b(text, digest_size=8, key=b"k", salt=b"salt", person=b"me").hexdigest(), hashlib.blake2s(b"a" * 129, key=b"key").hexdigest()[:20])
h = hashlib.sha256()
h.update(b"a")
other = h.copy()
h.update(bytearray(b"b"))
print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), other.hexdigest() == hashlib.sha256(b"a").hexdigest())
print(sorted(hashlib.algorithms_guaranteed), "sha256" in hashlib.algorithms_available)
print(hmac.new(b"key", b"message", "sha256").hexdigest()[:20], hmac.new(b"k" * 100, b"m", hashlib.md5).hexdigest(), hmac.digest(b"k", b"m", "sha1").hex())
mac = hmac.new(b"key", digestmod=hashlib.sha512)
mac.update(b"mess")
mac.update(b"age")
print(mac.hexdigest()[:20], mac.digest_size, mac.block_size, mac.name)
print(hmac.compare_digest("abc", "abc"), hmac.compare_digest(b"abc", b"abd"), secrets.compare_digest(b"", b""))
print(len(secrets.token_hex(8)), len(secrets.token_bytes()), len(secrets.token_urlsafe(16)), 0 <= secrets.randbelow(10) < 10)
print(secrets.choice([7]), secrets.randbits(8) < 256, isinstance(secrets.SystemRandom().random(), float))


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: hashlib.sha256("text"))
attempt(lambda: hashlib.md5(5))
attempt(lambda: hashlib.new("nothing"))
attempt(lambda: hmac.new(b"k", b"m"))
attempt(lambda: hmac.new("k", b"m", "md5"))
attempt(lambda: hmac.compare_digest("é", "e"))
attempt(lambda: hmac.compare_digest("e", b"e"))
attempt(lambda: secrets.randbelow(0))
attempt(lambda: hashlib.blake2b(digest_size=65))
