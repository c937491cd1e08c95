# `csv.Sniffer`: guesses how a table was written from a part of its text.

import csv
import re

_SIGN, _SPACE, _FIELD = r"""(?P<sign>[^\w\n"'])""", '(?P<space> ?)', r"""(?P<quote>["']).*?(?P=quote)"""
# A quoted field between two delimiters, at the start of a line, at its end, and alone on it: the first that is found
# anywhere decides.
_QUOTED = [re.compile(pattern, re.DOTALL | re.MULTILINE) for pattern in (
    _SIGN + _SPACE + _FIELD + '(?P=sign)', '^' + _FIELD + _SIGN + _SPACE, _SIGN + _SPACE + _FIELD + '$',
    '^' + _FIELD + '$')]


class Sniffer:
    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        quote, doubled, delimiter, spaced = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, spaced = self._by_counts(sample, delimiters)
        if not delimiter:
            raise csv.Error('Could not determine delimiter')

        class dialect(csv.Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = csv.QUOTE_MINIMAL
        dialect.doublequote = doubled
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = spaced
        return dialect

    def _by_quotes(self, sample, delimiters):
        # What stands before and after quoted fields, most often, is the delimiter.
        matches = next(filter(None, [list(one.finditer(sample)) for one in _QUOTED]), [])
        quotes, signs, spaces = {}, {}, 0
        for found in matches:
            quotes[found['quote']] = quotes.get(found['quote'], 0) + 1
            sign = found.groupdict().get('sign')
            if sign and (delimiters is None or sign in delimiters):
                signs[sign] = signs.get(sign, 0) + 1
                spaces += bool(found['space'])
        if not quotes:
            return '', False, None, False
        quote = max(quotes, key=quotes.get)
        delimiter = max(signs, key=signs.get) if signs else ''
        doubled = bool(delimiter) and re.search(
            rf'(?:^|{re.escape(delimiter)})\W*{quote}[^{re.escape(delimiter)}\n]*{quote}{quote}', sample,
            re.MULTILINE) is not None
        return quote, doubled, delimiter, bool(delimiter) and spaces == signs[delimiter]

    def _by_counts(self, sample, delimiters):
        # The sign that every line has equally often, or nearly every one.
        lines = [line for line in sample.split('\n') if line]
        signs = [sign for sign in dict.fromkeys(sample) if sign.isascii() and sign not in '\r\n'
                 and (delimiters is None or sign in delimiters)]
        share, found = 1.0, {}
        while lines and not found and share >= 0.9:
            for sign in signs:
                counts = [line.count(sign) for line in lines]
                usual = max(counts, key=counts.count)
                if usual and counts.count(usual) >= share * len(lines):
                    found[sign] = usual
            share -= 0.01
        if len(found) > 1:
            found = {sign: found[sign] for sign in found if not sign.isalnum()} or found
        if not found:
            return '', False
        preferred = [sign for sign in self.preferred if sign in found]
        delimiter = preferred[0] if preferred else max(found, key=found.get)
        return delimiter, lines[0].count(delimiter) == lines[0].count(f'{delimiter} ')

    def has_header(self, sample):
        # A first row is one of names where the columns below are numbers, or texts of one length, and it is not.
        rows = csv.reader(sample.split('\n'), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for count, row in enumerate(rows):
            if count > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = _kind(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if kind is complex:
                votes += -1 if _kind(header[column]) is complex else 1
            else:
                votes += -1 if len(header[column]) == kind else 1
        return votes > 0


def _kind(text):
    try:
        complex(text)
        return complex
    except ValueError:
        return len(text)
