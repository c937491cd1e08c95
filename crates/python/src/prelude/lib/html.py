# Text that is safe inside HTML, and back.

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


# What browsers take the numbers 128 to 159 for: the characters of Windows-1252.
_WINDOWS = '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' \
           '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'


def _numbered(code):
    if 0x80 <= code <= 0x9f:
        return _WINDOWS[code - 0x80]
    if code == 0 or code > 0x10ffff or 0xd800 <= code <= 0xdfff:
        return '\ufffd'
    if (code < 0x20 and code not in (9, 10, 12, 13)) or code == 0x7f or code == 0xb \
            or 0xfdd0 <= code <= 0xfdef or code & 0xfffe == 0xfffe:
        return ''
    return chr(code)


def _replaced(found):
    from html.entities import html5
    text = found.group(1)
    if text[0] == '#':
        digits = text[1:].rstrip(';')
        return _numbered(int(digits[1:], 16) if digits[0] in 'xX' else int(digits))
    if text in html5:
        return html5[text]
    for size in range(len(text) - 1, 1, -1):
        if text[:size] in html5:
            return html5[text[:size]] + text[size:]
    return '&' + text


def unescape(s):
    if '&' not in s:
        return s
    import re
    return re.sub(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)', _replaced, s)
