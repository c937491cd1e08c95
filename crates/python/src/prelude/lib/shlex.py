# Words as a shell splits and quotes them.

__all__ = ['split', 'quote', 'join']

_SAFE = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@%+=:,./-_')


def quote(s):
    if not isinstance(s, str):
        raise TypeError(f'expected string object, got {type(s).__name__!r}')
    if s and all([char in _SAFE for char in s]):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join([quote(word) for word in split_command])


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    words, word, mark, chars = [], None, '', iter(s)
    for char in chars:
        if mark:
            if char == mark:
                mark = ''
                if not posix:
                    words.append(word + char)
                    word = None
            elif posix and char == '\\' and mark == '"':
                following = next(chars, None)
                if following is None:
                    raise ValueError('No escaped character')
                word += following if following in '"\\' else '\\' + following
            else:
                word += char
        elif char in ' \t\r\n':
            if word is not None:
                words.append(word)
            word = None
        elif comments and char == '#':
            for char in chars:
                if char == '\n':
                    break
            if word is not None:
                words.append(word)
            word = None
        elif char in '\'"' and (posix or word is None):
            mark, word = char, ((word or '') if posix else char)
        elif char == '\\' and posix:
            following = next(chars, None)
            if following is None:
                raise ValueError('No escaped character')
            word = (word or '') + following
        else:
            word = (word or '') + char
    if mark:
        raise ValueError('No closing quotation')
    if word is not None:
        words.append(word)
    return words
