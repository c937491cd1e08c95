"""The functions of `json` that read and write strings, and digits and escapes that are none."""

import json
from json.decoder import scanstring
from json.encoder import encode_basestring, encode_basestring_ascii


def attempt(function, *args):
    try:
        print(ascii(function(*args)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, ascii(str(error)))


for text in ('"\\u00e9\\n"', '"\\u 12a"', '"\\u+123"', '"\\u1_23"', '"\\u12', '"\\ud83d\\ude00"', '1\u0661', '1.\u0661',
             '1e\u0661', '-', '1.', '1e+', '"\t"', '"\\x"', '01'):
    attempt(json.loads, text)
attempt(scanstring, '"abc" 1', 1)
attempt(scanstring, "abc", 0)
attempt(scanstring, '"a\nb"', 1, False)
attempt(scanstring, '"a\nb"', 1)
attempt(encode_basestring_ascii, 'h\xe9\u20ac\U0001f600"\\/\x7f\x00')
attempt(encode_basestring, 'h\xe9\u20ac\U0001f600"\\/\x7f\x00')
attempt(encode_basestring, 3)
attempt(encode_basestring_ascii, b"a")
