"""Text without lone surrogates, and a bytearray that grows under its view."""


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


def grown():
    data = bytearray(b"ab")
    with memoryview(data):
        data.append(99)
    return bytes(data)


told("a lone surrogate", lambda: ascii(chr(0xd800)))
told("surrogateescape", lambda: ascii(b"\xff".decode("ascii", "surrogateescape")))
told("surrogatepass", lambda: ascii(b"\xed\xa0\x80".decode("utf-8", "surrogatepass")))
told("a bytearray under a view", grown)
