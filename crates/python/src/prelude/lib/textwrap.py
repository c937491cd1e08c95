# Text in lines of a width: wrapped, shortened, indented and dedented.

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_BLANKS = '\t\n\x0b\x0c\r '


def _letter(text, place):
    return 0 <= place < len(text) and (text[place].isalpha() or text[place] == '_')


def _word_char(text, place):
    return 0 <= place < len(text) and (text[place].isalnum() or text[place] == '_')


def _breaks(word):
    # Where a word may be broken: after a hyphen between letters, and on both sides of a dash of several hyphens.
    found, place = [], 0
    while place < len(word):
        if word[place] != '-':
            place += 1
            continue
        end = place
        while end < len(word) and word[end] == '-':
            end += 1
        if end - place > 1:
            if place and (_word_char(word, place - 1) or word[place - 1] in '!"\'&.,?') and _word_char(word, end):
                found += [place, end]
        else:
            before = _letter(word, place - 1) and (
                _letter(word, place - 2) or word[max(place - 2, 0)] == '-' and _letter(word, place - 3))
            after = _letter(word, place + 1) and (
                _letter(word, place + 2) or word[place + 2:place + 3] == '-' and _letter(word, place + 3))
            if before and after:
                found.append(end)
        place = end
    return found


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.tabsize = expand_tabs, replace_whitespace, tabsize
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.drop_whitespace, self.break_on_hyphens = drop_whitespace, break_on_hyphens
        self.max_lines, self.placeholder = max_lines, placeholder

    def _split(self, text):
        # Words and the blanks between them, in turn.
        pieces, start = [], 0
        for place in range(1, len(text) + 1):
            if place == len(text) or (text[place] in _BLANKS) != (text[start] in _BLANKS):
                piece, start = text[start:place], place
                if self.break_on_hyphens and piece[0] not in _BLANKS:
                    edges = [0, *_breaks(piece), len(piece)]
                    pieces += [piece[a:b] for a, b in zip(edges, edges[1:])]
                else:
                    pieces.append(piece)
        return pieces

    def _pieces(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = ''.join([' ' if char in _BLANKS else char for char in text])
        pieces = self._split(text)
        if self.fix_sentence_endings:
            for place in range(len(pieces) - 1):
                end = pieces[place].rstrip('"\'') if pieces[place][-1] in '"\'' else pieces[place]
                if pieces[place + 1] == ' ' and end[-1:] in '.!?' and 'a' <= end[-2:-1] <= 'z':
                    pieces[place + 1] = '  '
        return pieces

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            first = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(first) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        left, lines = self._pieces(text)[::-1], []
        while left:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            if self.drop_whitespace and lines and not left[-1].strip():
                left.pop()
            row = self._row(left, room)
            if not row:
                continue
            last = not left or self.drop_whitespace and len(left) == 1 and not left[0].strip()
            fits = last and len(''.join(row)) <= room
            if self.max_lines is None or len(lines) + 1 < self.max_lines or fits:
                lines.append(indent + ''.join(row))
                continue
            self._cut(lines, row, indent, room)
            break
        return lines

    def _row(self, left, room):
        # As many pieces as fit in a row; a word longer than a whole row is broken.
        row, used = [], 0
        while left and used + len(left[-1]) <= room:
            used += len(left[-1])
            row.append(left.pop())
        if left and len(left[-1]) > room:
            space = 1 if room < 1 else room - used
            if self.break_long_words and space > 0:
                word, end = left[-1], space
                if self.break_on_hyphens and len(word) > space:
                    hyphen = word.rfind('-', 0, space)
                    if hyphen > 0 and word[:hyphen].strip('-'):
                        end = hyphen + 1
                row.append(word[:end])
                left[-1] = word[end:]
            elif not row:
                row.append(left.pop())
        if self.drop_whitespace and row and not row[-1].strip():
            row.pop()
        return row

    def _cut(self, lines, row, indent, room):
        # The last line that is allowed: the placeholder stands for what is left out.
        while row:
            if row[-1].strip() and len(''.join(row)) + len(self.placeholder) <= room:
                lines.append(indent + ''.join(row) + self.placeholder)
                return
            row.pop()
        if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
            lines[-1] = lines[-1].rstrip() + self.placeholder
        else:
            lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    if not isinstance(text, str):
        raise TypeError(f"expected str object, not '{type(text).__name__}'") from None
    lines = text.split('\n')
    full = [line for line in lines if line.strip()]
    low, high, margin = min(full, default=''), max(full, default=''), 0
    while margin < len(low) and low[margin] == high[margin:margin + 1] and low[margin] in ' \t':
        margin += 1
    return '\n'.join([line[margin:] if line.strip() else '' for line in lines])


def indent(text, prefix, predicate=None):
    wanted = str.strip if predicate is None else predicate
    return ''.join([prefix + line if wanted(line) else line for line in text.splitlines(True)])
