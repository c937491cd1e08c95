# Constants of characters, and templates.

ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdefABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
whitespace = ' \t\n\r\x0b\x0c'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _filled(self, mapping, kws, safe):
        values = {**(mapping or {}), **kws}
        text, out, at = self.template, '', 0
        while True:
            found = text.find('$', at)
            if found < 0:
                return out + text[at:]
            out += text[at:found]
            rest = text[found + 1:]
            if rest.startswith('$'):
                out += '$'
                at = found + 2
                continue
            braced = rest.startswith('{')
            end = 1 if braced else 0
            start = end
            while end < len(rest) and (rest[end] == '_' or rest[end].isascii() and rest[end].isalnum()):
                end += 1
            name = rest[start:end]
            whole = end + 1 if braced else end
            if not name or name[0].isdigit() or braced and rest[end:end + 1] != '}':
                if not safe:
                    line = text.count('\n', 0, found) + 1
                    column = found - (text.rfind('\n', 0, found) + 1) + 1
                    raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')
                out += '$'
                at = found + 1
                continue
            if name in values or not safe:
                out += str(values[name])
            else:
                out += '$' + rest[:whole]
            at = found + 1 + whole

    def substitute(self, mapping=None, /, **kws):
        return self._filled(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        return self._filled(mapping, kws, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
