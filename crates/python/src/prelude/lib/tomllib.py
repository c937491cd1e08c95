# TOML 1.0: a reader.

import re as _re
from datetime import date as _date, datetime as _datetime, time as _time, timedelta as _timedelta, timezone as _timezone

__all__ = ('loads', 'load', 'TOMLDecodeError')

_BLANK = _re.compile(r'[ \t]*')
_REST = _re.compile(r'[ \t]*(?:#[^\n]*)?')
_BARE = _re.compile(r'[A-Za-z0-9_-]+')
_NUMBER = _re.compile(r'0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*'
                      r'|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<fraction>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)')
_SPECIAL = _re.compile(r'(?:[+-]?(?:inf|nan))')
_CLOCK = r'([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?'
_MOMENT = _re.compile(r'(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])'
                      rf'(?:[Tt ]{_CLOCK}(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?')
_HOUR = _re.compile(_CLOCK)
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}


class TOMLDecodeError(ValueError):
    def __init__(self, msg='', doc='', pos=0):
        line = doc.count('\n', 0, pos) + 1
        column = pos - doc.rfind('\n', 0, pos)
        where = 'at end of document' if pos >= len(doc) else f'at line {line}, column {column}'
        super().__init__(f'{msg} ({where})' if doc or msg else '')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, column


class _Table(dict):
    # A table while it is read: how it came to be decides what may be added to it.
    how = 'implicit'


class _Tables(list):
    pass


def _is_frozen(value):
    # Whether it was written as a value, to which no key can add anything.
    return type(value) is list or isinstance(value, _Table) and value.how == 'inline'


def load(fp, /, *, parse_float=float):
    data = fp.read()
    if isinstance(data, str):
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`")
    return loads(data.decode(), parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    if not isinstance(s, str):
        raise TypeError(f"Expected str object, not '{type(s).__name__}'")
    return _plain(_Reader(s.replace('\r\n', '\n'), parse_float).document())


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float
        self.under = ()

    def fail(self, message, at=None):
        raise TOMLDecodeError(message, self.text, self.at if at is None else at)

    def sees(self, sign):
        return self.text.startswith(sign, self.at)

    def takes(self, sign):
        found = self.sees(sign)
        self.at += len(sign) * found
        return found

    def skip(self, pattern):
        self.at = pattern.match(self.text, self.at).end()

    def skip_lines(self):
        # Blanks, comments and ends of lines.
        while True:
            self.skip(_REST)
            if not self.takes('\n'):
                return

    def document(self):
        root = table = _Table()
        while True:
            self.skip_lines()
            if self.at >= len(self.text):
                return root
            if self.takes('[['):
                table = self.header(root, ']]')
            elif self.takes('['):
                table = self.header(root, ']')
            else:
                if not (self.text[self.at] in '"\'' or _BARE.match(self.text, self.at)):
                    self.fail('Invalid statement')
                self.pair(table)
            self.skip(_REST)
            if self.at < len(self.text) and not self.takes('\n'):
                self.fail('Expected newline or end of document after a statement')

    def header(self, root, end):
        self.skip(_BLANK)
        key = self.key()
        table, self.under = root, key
        frozen = f'Cannot {"mutate immutable namespace" if end == "]]" else "declare"} {tuple(key)}'
        frozen += '' if end == ']]' else ' twice'
        for part in key[:-1]:
            table = self.below(table, part, 'implicit', frozen)
        last, known = key[-1], table.get(key[-1])
        if end == ']]':
            if known is None:
                known = table[last] = _Tables()
            if not isinstance(known, _Tables):
                self.fail(frozen if _is_frozen(known) else 'Cannot overwrite a value')
            known.append(_Table())
            table = known[-1]
        else:
            if known is None:
                known = table[last] = _Table()
            elif not isinstance(known, (_Table, list)):
                self.fail('Cannot overwrite a value')
            elif isinstance(known, list) or known.how != 'implicit':
                self.fail(f'Cannot declare {tuple(key)} twice')
            known.how, table = 'header', known
        if not self.takes(end):
            self.fail(f'Expected {end!r} at the end of {"a table" if end == "]" else "an array"} declaration')
        return table

    def below(self, table, part, how, frozen):
        found = table.get(part)
        if found is None:
            found = table[part] = _Table()
            found.how = how
        if isinstance(found, _Tables):
            found = found[-1]
        if _is_frozen(found):
            self.fail(frozen)
        if not isinstance(found, _Table):
            self.fail('Cannot overwrite a value')
        return found

    def pair(self, table, inline=False):
        key = self.key()
        if not self.takes('='):
            self.fail("Expected '=' after a key in a key/value pair")
        self.skip(_BLANK)
        value = self.value()
        frozen = f'Cannot mutate immutable namespace {tuple(key if inline else (*self.under, *key[:-1]))}'
        for part in key[:-1]:
            table = self.below(table, part, 'dotted', frozen)
            if table.how == 'header' and not inline:
                self.fail(f'Cannot redefine namespace {tuple(key[:-1])}')
        if key[-1] in table:
            self.fail(f'Duplicate inline table key {key[-1]!r}' if inline else 'Cannot overwrite a value')
        table[key[-1]] = value

    def key(self):
        parts = []
        while True:
            if self.sees('"') or self.sees("'"):
                parts.append(self.string())
            else:
                found = _BARE.match(self.text, self.at)
                if found is None:
                    self.fail('Invalid initial character for a key part')
                parts.append(found.group())
                self.at = found.end()
            self.skip(_BLANK)
            if not self.takes('.'):
                return parts
            self.skip(_BLANK)

    def value(self):
        if self.sees('"') or self.sees("'"):
            return self.string(lines=True)
        for word, value in (('true', True), ('false', False)):
            if self.takes(word):
                return value
        if self.takes('['):
            return self.array()
        if self.takes('{'):
            return self.inline_table()
        for pattern, made in ((_MOMENT, self.moment), (_HOUR, self.hour), (_NUMBER, self.number), (_SPECIAL, self.special)):
            found = pattern.match(self.text, self.at)
            if found is not None:
                try:
                    value = made(found)
                except ValueError:
                    if pattern is _MOMENT:
                        continue
                    self.fail('Invalid value')
                self.at = found.end()
                return value
        self.fail('Invalid value')

    def moment(self, found):
        year, month, day, hour, minute, second, rest, utc, sign, far, near = found.groups()
        if hour is None:
            return _date(int(year), int(month), int(day))
        zone = None
        if utc:
            zone = _timezone.utc
        elif sign:
            away = _timedelta(hours=int(far), minutes=int(near))
            zone = _timezone(-away if sign == '-' else away)
        return _datetime(int(year), int(month), int(day), int(hour), int(minute), int(second),
                         int((rest or '0').ljust(6, '0')), zone)

    def hour(self, found):
        hour, minute, second, rest = found.groups()
        return _time(int(hour), int(minute), int(second), int((rest or '0').ljust(6, '0')))

    def number(self, found):
        if found['fraction']:
            return self.parse_float(found.group())
        return int(found.group(), 0) if found.group()[:2] in ('0x', '0o', '0b') else int(found.group())

    def special(self, found):
        return self.parse_float(found.group())

    def array(self):
        items = []
        while True:
            self.skip_lines()
            if self.takes(']'):
                return items
            items.append(self.value())
            self.skip_lines()
            if not self.takes(','):
                if not self.takes(']'):
                    self.fail('Unclosed array')
                return items

    def inline_table(self):
        table = _Table()
        self.skip(_BLANK)
        if not self.takes('}'):
            while True:
                self.pair(table, inline=True)
                self.skip(_BLANK)
                if self.takes('}'):
                    break
                if not self.takes(','):
                    self.fail('Unclosed inline table')
                self.skip(_BLANK)
        table.how = 'inline'
        return table

    def string(self, lines=False):
        quote = self.text[self.at]
        several = lines and self.takes(quote * 3)
        if several:
            self.takes('\n')
        else:
            self.at += 1
        pieces = []
        while True:
            if self.at >= len(self.text):
                end = quote * 3 if several else quote
                self.fail('Unterminated string' if quote == '"' else f'Expected {end!r}')
            letter = self.text[self.at]
            if letter == quote and (not several or self.sees(quote * 3)):
                # Up to two quotes may stand before the three that end a text of several lines.
                while several and self.text[self.at + 3:self.at + 4] == quote and self.extra(quote):
                    pieces.append(quote)
                    self.at += 1
                self.at += 3 if several else 1
                return ''.join(pieces)
            if letter == '\\' and quote == '"':
                pieces.append(self.escape(several))
                continue
            if letter == '\n' and not several or letter < ' ' and letter not in '\t\n' or letter == '\x7f':
                word = 'Illegal' if quote == '"' else 'Found invalid'
                self.fail(f'{word} character {letter!r}')
            pieces.append(letter)
            self.at += 1

    def extra(self, quote):
        run = len(self.text[self.at:]) - len(self.text[self.at:].lstrip(quote))
        return 3 < run <= 5

    def escape(self, several):
        self.at += 1
        letter = self.text[self.at:self.at + 1]
        self.at += 1
        if letter in _ESCAPES and letter:
            return _ESCAPES[letter]
        if letter in ('u', 'U'):
            size = 4 if letter == 'u' else 8
            digits = self.text[self.at:self.at + size]
            if len(digits) < size or any([one not in '0123456789abcdefABCDEF' for one in digits]):
                self.fail('Invalid hex value')
            self.at += size
            if 0xD800 <= int(digits, 16) <= 0xDFFF or int(digits, 16) > 0x10FFFF:
                self.fail('Escaped character is not a Unicode scalar value')
            return chr(int(digits, 16))
        if several and letter in (' ', '\t', '\n'):
            self.at -= 1
            rest = self.text[self.at:]
            kept = rest.lstrip(' \t')
            if kept.startswith('\n'):
                self.at += len(rest) - len(rest.lstrip(' \t\n'))
                return ''
        self.fail("Unescaped '\\' in a string")
