"""Encodings of no bytes are not looked up, `namereplace`, and a relative import in text that has no name."""
asked = {
    "unknown encoding": lambda: b"".decode("klingon"),
    "unknown handler": lambda: bytearray().decode("utf-8", "no such"),
    "str()": lambda: str(b"", "no such"),
    "to bytes": lambda: "".encode("klingon"),
    "handler to bytes": lambda: "".encode("ascii", "no such"),
    "not a name": lambda: b"".decode(5),
    "one byte": lambda: b"a".decode("klingon"),
    "names": lambda: "a\xe9\u2603\ue000".encode("ascii", "namereplace"),
    "names in a code page": lambda: "\u2603\u20ac".encode("cp1252", "namereplace"),
    "names of bytes": lambda: b"\xff".decode("ascii", "namereplace"),
    "no name": lambda: exec("from . import other", {}),
    "a name": lambda: exec("from . import other", {"__name__": "own"}),
}
for name, ask in asked.items():
    try:
        print(f"{name}: {ask()!r}")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}")
