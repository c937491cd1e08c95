"""Bytes as letters and digits."""
import base64
import binascii
import html
from html.entities import name2codepoint

data = bytes(range(0, 256, 37)) + b"\xff\xfe"
for name in ["b64", "standard_b64", "urlsafe_b64", "b32", "b32hex", "b16", "b85", "a85", "z85"]:
    encode, decode = getattr(base64, name + "encode"), getattr(base64, name + "decode")
    for part in [data, b"", b"a", b"ab", b"abc", b"abcd", bytes(4)]:
        if name == "z85" and len(part) % 4:
            continue
        text = encode(part)
        print(name, text, decode(text) == part, end="; ")
    print()
print(base64.b64encode(b"\xfb\xff", altchars=b"-."), base64.b64decode("-.8=", altchars="-."), base64.b64decode("aGk="))
print(base64.encodebytes(b"x" * 60), base64.decodebytes(b"aGVs\nbG8=\n"), base64.b64decode(b"aG\nVs*bG8="), base64.b64decode("aGk=="))
print(base64.a85encode(b"    abcd", foldspaces=True, adobe=True, wrapcol=8), base64.a85decode(b"<~+92ZG@:~>", adobe=True))
print(base64.b32decode(b"mfra====", casefold=True), base64.b32decode("MFRA0000".replace("0000", "====")), base64.b16decode("ff", True))
print(binascii.hexlify(b"\x00\xab\xff", "-"), binascii.unhexlify("00abFF"), binascii.b2a_hex(b"abcd", ":", 2), binascii.a2b_hex(b"6162"))
print(binascii.crc32(b"hello"), binascii.crc32(b"lo", binascii.crc32(b"hel")), binascii.crc_hqx(b"hello", 0), binascii.b2a_base64(b"hi", newline=False))


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(f"{type(error).__module__}.{type(error).__name__}: {error}")


attempt(lambda: base64.b64encode("text"))
attempt(lambda: base64.b64decode("a"))
attempt(lambda: base64.b64decode("abcde"))
attempt(lambda: base64.b64decode("ab"))
attempt(lambda: base64.b64decode("é"))
attempt(lambda: base64.b64decode(5))
attempt(lambda: base64.b64decode("a*b=", validate=True))
attempt(lambda: base64.b64decode("=abc", validate=True))
attempt(lambda: base64.b64decode("ab==c", validate=True))
attempt(lambda: base64.b64decode("ab=c=", validate=True))
attempt(lambda: base64.b32decode("a"))
attempt(lambda: base64.b32decode("a1======"))
attempt(lambda: base64.b16decode("0G"))
attempt(lambda: base64.b85decode("\"\"\"\"\""))
attempt(lambda: base64.b85decode("~~~~~"))
attempt(lambda: binascii.unhexlify("abc"))
attempt(lambda: binascii.unhexlify("xy"))
attempt(lambda: binascii.hexlify("xy"))
print(html.escape("<a href=\"x\">it's & co</a>"), html.escape("\"'", quote=False))
print(html.unescape("&lt;b&gt; &amp;amp; &#65;&#x42; &eacute;&nbsp;|&copy &euro; &bogus; &#128; &#0; &notit; &"), name2codepoint["hearts"])
