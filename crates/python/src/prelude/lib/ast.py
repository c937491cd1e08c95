# `literal_eval`. Trees of Python's syntax are not to be had: Loopglass lowers a script in its own way.

import re as _re

__all__ = ['literal_eval']

_TOKEN = _re.compile(r'''\s*(?:
    (?P<string>(?:[rR]|[bB][rR]?|[rR][bB]|[uU])?(?:"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\'
        |"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |(?P<number>0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+
        |(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)
    |(?P<name>\w+|\.\.\.)
    |(?P<sign>.))''', _re.VERBOSE | _re.DOTALL)


class _NoLiteral(Exception):
    pass


class _Reader:
    def __init__(self, text):
        self.tokens = [(found.lastgroup, found.group().strip()) for found in _TOKEN.finditer(text.rstrip())]
        self.at = 0

    def sees(self, *signs):
        return self.at < len(self.tokens) and self.tokens[self.at] in [('sign', sign) for sign in signs]

    def takes(self, sign):
        found = self.sees(sign)
        self.at += found
        return found

    def needs(self, sign):
        if not self.takes(sign):
            raise _NoLiteral

    def items(self, end):
        found = []
        while not self.takes(end):
            found.append(self.value())
            if not self.takes(','):
                self.needs(end)
                break
        return found

    def number(self):
        sign = 1
        if self.sees('+', '-'):
            sign = -1 if self.tokens[self.at][1] == '-' else 1
            self.at += 1
        if self.at >= len(self.tokens) or self.tokens[self.at][0] != 'number':
            raise _NoLiteral
        self.at += 1
        return sign * eval(self.tokens[self.at - 1][1])

    def value(self):
        if self.at >= len(self.tokens):
            raise _NoLiteral
        kind, text = self.tokens[self.at]
        if kind == 'number' or self.sees('+', '-'):
            found = self.number()
            if self.sees('+', '-') and not isinstance(found, complex):
                imaginary = self.number()
                if not isinstance(imaginary, complex):
                    raise _NoLiteral
                found += imaginary
            return found
        self.at += 1
        if kind == 'string':
            found = eval(text)
            while self.at < len(self.tokens) and self.tokens[self.at][0] == 'string':
                found += eval(self.tokens[self.at][1])
                self.at += 1
            return found
        if kind == 'name':
            if text == 'set' and self.takes('('):
                self.needs(')')
                return set()
            if text not in ('True', 'False', 'None', '...'):
                raise _NoLiteral
            return {'True': True, 'False': False, 'None': None, '...': ...}[text]
        if text == '[':
            return self.items(']')
        if text == '(':
            before = self.at
            found = self.items(')')
            one = len(found) == 1 and self.tokens[self.at - 2] != ('sign', ',')
            return found[0] if one and self.at > before + 1 else tuple(found)
        if text == '{':
            return self.braces()
        raise _NoLiteral

    def braces(self):
        if self.takes('}'):
            return {}
        first = self.value()
        if not self.takes(':'):
            if not self.takes(','):
                self.needs('}')
                return {first}
            return {first, *self.items('}')}
        found = {first: self.value()}
        while not self.takes('}'):
            self.needs(',')
            if self.takes('}'):
                break
            key = self.value()
            self.needs(':')
            found[key] = self.value()
        return found

    def whole(self):
        found = self.value()
        if self.sees(','):
            self.at += 1
            found = (found,)
            while self.at < len(self.tokens):
                found += (self.value(),)
                if self.at < len(self.tokens):
                    self.needs(',')
        if self.at < len(self.tokens):
            raise _NoLiteral
        return found


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    text = node_or_string.lstrip(' \t')
    try:
        return _Reader(text).whole()
    except _NoLiteral:
        pass
    # What is no literal may be no Python at all: that is said first.
    if not text.strip():
        raise SyntaxError('invalid syntax')
    compile(text, '<unknown>', 'eval')
    raise ValueError('malformed node or string on line 1')


def __getattr__(name):
    raise AttributeError(f"module 'ast' has no attribute '{name}': Loopglass has no syntax trees, only literal_eval")
