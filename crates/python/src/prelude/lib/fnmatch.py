# Names that fit a pattern of a shell.

import re as _re

__all__ = ['filter', 'filterfalse', 'fnmatch', 'fnmatchcase', 'translate']

_known = {}


def _inside(text):
    # The inside of `[...]` for a regular expression.
    negated = text[0] == '!'
    if negated:
        text = text[1:]
    pieces = []
    at = 0
    while at < len(text):
        if text[at + 1:at + 2] == '-' and at + 2 < len(text):
            if text[at] <= text[at + 2]:
                pieces.append(_re.escape(text[at]) + '-' + _re.escape(text[at + 2]))
            at += 3
        else:
            pieces.append(_re.escape(text[at]))
            at += 1
    if not pieces:
        return '.' if negated else '(?!)'
    return ('[^' if negated else '[') + ''.join(pieces) + ']'


def translate(pat):
    pieces, at = [], 0
    while at < len(pat):
        letter = pat[at]
        at += 1
        if letter == '*':
            if pieces[-1:] != ['.*']:
                pieces.append('.*')
        elif letter == '?':
            pieces.append('.')
        elif letter == '[':
            start = at + (pat[at:at + 1] == '!')
            end = pat.find(']', start + (pat[start:start + 1] == ']'))
            if end < 0:
                pieces.append('\\[')
            else:
                pieces.append(_inside(pat[at:end]))
                at = end + 1
        else:
            pieces.append(_re.escape(letter))
    return f'(?s:{"".join(pieces)})\\z'


def _matcher(pat):
    if pat not in _known:
        if len(_known) > 1000:
            _known.clear()
        if isinstance(pat, bytes):
            _known[pat] = _re.compile(translate(pat.decode('latin-1')).encode('latin-1')).match
        else:
            _known[pat] = _re.compile(translate(pat)).match
    return _known[pat]


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    match = _matcher(pat)
    return [name for name in names if match(name)]


def filterfalse(names, pat):
    match = _matcher(pat)
    return [name for name in names if not match(name)]
