# Text in lines.


def dedent(text):
    lines = [line if line.strip() else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if line:
            lead = line[:len(line) - len(line.lstrip(' \t'))]
            if margin is None:
                margin = lead
            while not lead.startswith(margin):
                margin = margin[:-1]
    return '\n'.join([line[len(margin or ''):] for line in lines])


def indent(text, prefix, predicate=None):
    return ''.join([prefix + line if (predicate(line) if predicate else line.strip()) else line
                    for line in text.splitlines(True)])


def wrap(text, width=70, initial_indent='', subsequent_indent='', **options):
    lines, line = [], []
    for word in text.split():
        lead = subsequent_indent if lines else initial_indent
        while len(lead) + len(word) > width and not line:
            lines.append(lead + word[:width - len(lead)])
            word = word[width - len(lead):]
            lead = subsequent_indent
        if not word:
            continue
        if line and len(lead) + len(' '.join(line + [word])) > width:
            lines.append(lead + ' '.join(line))
            line = []
        line.append(word)
    if line:
        lines.append((subsequent_indent if lines else initial_indent) + ' '.join(line))
    return lines


def fill(text, width=70, **options):
    return '\n'.join(wrap(text, width, **options))


def shorten(text, width, placeholder=' [...]', **options):
    words = text.split()
    if len(' '.join(words)) <= width:
        return ' '.join(words)
    while words and len(' '.join(words) + placeholder) > width:
        words.pop()
    return ' '.join(words) + placeholder if words else placeholder.lstrip()
