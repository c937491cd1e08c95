# Differences between sequences: matching blocks, close matches, and deltas in the usual forms.

from collections import namedtuple
from types import GenericAlias
import heapq

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK',
           'IS_LINE_JUNK', 'context_diff', 'unified_diff', 'diff_bytes', 'Match']

Match = namedtuple('Match', 'a b size', module='difflib')


def _share(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = self.fullbcount = None
        places = {}
        for index, item in enumerate(b):
            places.setdefault(item, []).append(index)
        # Where no stretch begins: what the caller calls junk, and what is all over a long sequence.
        self.bjunk = {item for item in places if self.isjunk and self.isjunk(item)}
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            many = len(b) // 100 + 1
            self.bpopular = {item for item, found in places.items() if len(found) > many}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        start_a, start_b, size = alo, blo, 0
        ending = {}
        for i in range(alo, ahi):
            longer = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                run = longer[j] = ending.get(j - 1, 0) + 1
                if run > size:
                    start_a, start_b, size = i - run + 1, j - run + 1, run
            ending = longer
        # The stretch grows over equal neighbours: first those that are not junk, then the junk.
        for grows_over_junk in (False, True):
            while (start_a > alo and start_b > blo and (b[start_b - 1] in junk) == grows_over_junk
                   and a[start_a - 1] == b[start_b - 1]):
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while (start_a + size < ahi and start_b + size < bhi
                   and (b[start_b + size] in junk) == grows_over_junk
                   and a[start_a + size] == b[start_b + size]):
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        length_a, length_b = len(self.a), len(self.b)
        waiting, found = [(0, length_a, 0, length_b)], []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if not size:
                continue
            found.append(match)
            if alo < i and blo < j:
                waiting.append((alo, i, blo, j))
            if i + size < ahi and j + size < bhi:
                waiting.append((i + size, ahi, j + size, bhi))
        found.sort()
        joined = []
        for i, j, size in found:
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1] = Match(joined[-1].a, joined[-1].b, joined[-1].size + size)
            else:
                joined.append(Match(i, j, size))
        joined.append(Match(length_a, length_b, 0))
        self.matching_blocks = joined
        return joined

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes = []
            i = j = 0
            for next_i, next_j, size in self.get_matching_blocks():
                if i < next_i or j < next_j:
                    tag = 'insert' if i == next_i else 'delete' if j == next_j else 'replace'
                    self.opcodes.append((tag, i, next_i, j, next_j))
                i, j = next_i + size, next_j + size
                if size:
                    self.opcodes.append(('equal', next_i, i, next_j, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        matches = sum([block[2] for block in self.get_matching_blocks()])
        return _share(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left, matches = {}, 0
        for item in self.a:
            have = left.get(item, self.fullbcount.get(item, 0))
            left[item] = have - 1
            if have > 0:
                matches += 1
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _share(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher, found = SequenceMatcher(), []
    matcher.set_seq2(word)
    for one in possibilities:
        matcher.set_seq1(one)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            found.append((matcher.ratio(), one))
    return [one for _, one in heapq.nlargest(n, found)]


def IS_LINE_JUNK(line, pat=None):
    if pat is None:
        return line.strip() in '#'
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def _marks(line, tags):
    # A line of marks below a line: blanks as in that line, so that tabs stay in step.
    kept = [here if tag == ' ' and here.isspace() else tag for here, tag in zip(line, tags)]
    return ''.join(kept).rstrip()


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'equal':
                for line in a[alo:ahi]:
                    yield '  ' + line
            elif tag == 'replace':
                yield from self._similar(a, alo, ahi, b, blo, bhi)
            else:
                yield from self._apart(a[alo:ahi], b[blo:bhi])

    def _apart(self, old, new):
        # Lines that have nothing in common: the shorter side first where both are there.
        gone, come = ['- ' + line for line in old], ['+ ' + line for line in new]
        return come + gone if len(come) < len(gone) and come else gone + come

    def _similar(self, a, alo, ahi, b, blo, bhi):
        # Pairs of lines that are alike, not far from each other, are shown with marks of what differs in them.
        matcher = SequenceMatcher(self.charjunk)
        done_a, done_b = alo, blo
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            level = alo + j - blo
            near = range(max(level - 10, done_a), min(level + 11, ahi))
            if not near:
                break
            best, best_ratio = None, 0.74999
            for i in near:
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio
                        and matcher.ratio() > best_ratio):
                    best, best_ratio = i, matcher.ratio()
            if best is None:
                continue
            yield from self._apart(a[done_a:best], b[done_b:j])
            yield from self._marked(matcher, a[best], b[j])
            done_a, done_b = best + 1, j + 1
        yield from self._apart(a[done_a:ahi], b[done_b:bhi])

    def _marked(self, matcher, old, new):
        if old == new:
            return ['  ' + old]
        signs = {'equal': '  ', 'replace': '^^', 'delete': '-+', 'insert': '-+'}
        tags_old = tags_new = ''
        matcher.set_seqs(old, new)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            tags_old += signs[tag][0] * (i2 - i1)
            tags_new += signs[tag][1] * (j2 - j1)
        lines = []
        for sign, line, tags in (('- ', old, tags_old), ('+ ', new, tags_new)):
            marks = _marks(line, tags)
            lines += [sign + line, f'? {marks}\n'] if marks else [sign + line]
        return lines


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    signs = {1: ('- ', '  '), 2: ('+ ', '  ')}.get(int(which))
    if signs is None:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}')
    for line in delta:
        if line[:2] in signs:
            yield line[2:]


def _checked(lines, *names):
    for line in lines:
        if not isinstance(line, str):
            raise TypeError(f'lines to compare must be str, not {type(line).__name__} ({line!r})')
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f'all arguments must be str, not: {name!r}')


def _dated(sign, name, date, lineterm):
    return f'{sign} {name}\t{date}{lineterm}' if date else f'{sign} {name}{lineterm}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _checked([*a[:1], *b[:1]], fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        if stop - start == 1:
            return str(start + 1)
        return f'{start + 1 if stop > start else start},{stop - start}'
    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if number == 0:
            yield _dated('---', fromfile, fromfiledate, lineterm)
            yield _dated('+++', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f'@@ -{span(first[1], last[2])} +{span(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from [' ' + line for line in a[i1:i2]]
            else:
                yield from ['-' + line for line in a[i1:i2]]
                yield from ['+' + line for line in b[j1:j2]]


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _checked([*a[:1], *b[:1]], fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        if stop - start <= 1:
            return str(stop)
        return f'{start + 1},{stop}'
    signs = {'equal': '  ', 'replace': '! ', 'delete': '- ', 'insert': '+ '}
    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if number == 0:
            yield _dated('***', fromfile, fromfiledate, lineterm)
            yield _dated('---', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        tags = {code[0] for code in group}
        for mark, lines, at, own in (('***', a, 1, 'delete'), ('---', b, 3, 'insert')):
            yield f'{mark} {span(first[at], last[at + 1])} {mark[0] * 4}{lineterm}'
            if 'replace' in tags or own in tags:
                for code in group:
                    yield from [signs[code[0]] + line for line in lines[code[at]:code[at + 1]]]


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    def text(given):
        try:
            return given.decode('ascii', 'surrogateescape')
        except AttributeError:
            raise TypeError(f'all arguments must be bytes, not {type(given).__name__} ({given!r})') from None
    names = [text(one) for one in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc([text(one) for one in a], [text(one) for one in b], *names, n, text(lineterm)):
        yield line.encode('ascii', 'surrogateescape')
