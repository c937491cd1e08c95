"""Literals read safely, and check sums."""
import ast
import zlib

for text in ["1", "-1.5e3", "1+2j", "[1, 'a', (2,), {3: 4}, {5}, set(), None, True, ...]", "()", "1, 2", "'a' 'b'", "b'x'", "{'k': [1, {'n': (1, 2)}]}", " 3 ",
             "f()", "x", "1+2", "[1][0]", "'a'.upper()", "__import__('os')", "[i for i in x]"]:
    try:
        print(text, "->", repr(ast.literal_eval(text)))
    except ValueError as error:
        print(text, "->", type(error).__name__, str(error)[:24])
for text in ["1 2", "[", "", "'a"]:
    try:
        print(ast.literal_eval(text))
    except SyntaxError as error:
        print(repr(text), "->", type(error).__name__)
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")))
