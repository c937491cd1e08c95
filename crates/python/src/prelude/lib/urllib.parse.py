# Addresses of the web: their parts, and characters that must be written otherwise.

from collections import namedtuple as _namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
           'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes',
           'DefragResult', 'ParseResult', 'SplitResult']

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero',
                 'rtsp', 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp',
               'snews', 'prospero', 'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git',
               'git+ssh', 'ws', 'wss', 'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip',
               'sips', 'mms', 'sftp', 'tel']
_SCHEME = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'


class _Address:
    # What `netloc` says.
    __slots__ = ()

    def _halves(self):
        user, at, host = self.netloc.rpartition('@')
        name, colon, password = user.partition(':')
        return (name if at else None), (password if colon else None), host

    @property
    def username(self):
        return self._halves()[0]

    @property
    def password(self):
        return self._halves()[1]

    def _host(self):
        host = self._halves()[2]
        _, bracket, rest = host.partition('[')
        if bracket:
            name, _, after = rest.partition(']')
            return name, after.partition(':')[2] or None
        name, _, port = host.partition(':')
        return name, port or None

    @property
    def hostname(self):
        name = self._host()[0]
        if not name:
            return None
        name, percent, zone = name.partition('%')
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._host()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if not int(port) <= 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)


class SplitResult(_namedtuple('SplitResult', 'scheme netloc path query fragment', module='urllib.parse'), _Address):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_namedtuple('ParseResult', 'scheme netloc path params query fragment', module='urllib.parse'), _Address):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResult(_namedtuple('DefragResult', 'url fragment', module='urllib.parse')):
    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


def _texts(*parts):
    # Bytes are read as ASCII, and answered as bytes; here they are refused.
    for part in parts:
        if isinstance(part, (bytes, bytearray)):
            raise TypeError('Loopglass takes addresses as str only, not as bytes')


_CONTROLS = ''.join([chr(code) for code in range(33)])


def _check_brackets(netloc):
    # Brackets stand around an address of IPv6, and only there.
    before, _, rest = netloc.rpartition('@')[2].partition('[')
    host, closed, port = rest.partition(']')
    if '[' not in netloc or ']' not in netloc or before or (port and port[0] != ':'):
        raise ValueError('Invalid IPv6 URL')
    if host[:1] == 'v':
        if '.' not in host:
            raise ValueError('IPvFuture address is invalid')
    elif ':' not in host or not all([letter in '0123456789abcdefABCDEF:.' for letter in host.partition('%')[0]]):
        raise ValueError(f'{host!r} does not appear to be an IPv4 or IPv6 address')


def _split(url, scheme=None, allow_fragments=True):
    # The parts; None for those that are not there at all.
    _texts(url, scheme)
    url = url.lstrip(_CONTROLS)
    for letter in '\t\r\n':
        url = url.replace(letter, '')
    if scheme is not None:
        scheme = scheme.strip(_CONTROLS)
        for letter in '\t\r\n':
            scheme = scheme.replace(letter, '')
    netloc = query = fragment = None
    before, colon, after = url.partition(':')
    if colon and before and before[0].isascii() and before[0].isalpha():
        if all([letter in _SCHEME for letter in before]):
            scheme, url = before.lower(), after
    if url[:2] == '//':
        ends = [at for at in [url.find(letter, 2) for letter in '/?#'] if at >= 0]
        end = min(ends) if ends else len(url)
        netloc, url = url[2:end], url[end:]
        if '[' in netloc or ']' in netloc:
            _check_brackets(netloc)
    if allow_fragments and '#' in url:
        url, _, fragment = url.partition('#')
    if '?' in url:
        url, _, query = url.partition('?')
    return scheme, netloc, url, query, fragment


def _joined(scheme, netloc, url, query, fragment):
    if netloc is not None:
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + netloc + url
    elif url[:2] == '//':
        url = '//' + url
    if scheme:
        url = scheme + ':' + url
    if query is not None:
        url += '?' + query
    return url if fragment is None else url + '#' + fragment


def urlsplit(url, scheme='', allow_fragments=True):
    scheme, netloc, url, query, fragment = _split(url, scheme, allow_fragments)
    return SplitResult(scheme or '', netloc or '', url, query or '', fragment or '')


def _without_params(url):
    at = url.find(';', url.rfind('/')) if '/' in url else url.find(';')
    return (url[:at], url[at + 1:]) if at >= 0 else (url, '')


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        path, params = _without_params(path)
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(components):
    return _whole(*components)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    return _whole(scheme, netloc, url, query, fragment, ';' + params if params else '')


def _whole(scheme, netloc, url, query, fragment, params=''):
    if not netloc:
        netloc = '' if scheme and scheme in uses_netloc and (not url or url[:1] == '/') else None
    return _joined(scheme, netloc, url + params, query or None, fragment or None)


def urldefrag(url):
    if '#' not in url:
        return DefragResult(url, '')
    scheme, netloc, path, query, fragment = _split(url)
    return DefragResult(_joined(scheme, netloc, path, query, None), fragment or '')


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    _texts(base, url)
    old_scheme, old_netloc, old_path, old_query, old_fragment = _split(base, None, allow_fragments)
    scheme, netloc, path, query, fragment = _split(url, None, allow_fragments)
    if scheme is None:
        scheme = old_scheme
    if scheme != old_scheme or (scheme and scheme not in uses_relative):
        return url
    if not scheme or scheme in uses_netloc:
        if netloc:
            return _joined(scheme, netloc, path, query, fragment)
        netloc = old_netloc
    if not path:
        if query is None:
            query = old_query
            if fragment is None:
                fragment = old_fragment
        return _joined(scheme, netloc, old_path, query, fragment)
    return _joined(scheme, netloc, _resolved(old_path, path), query, fragment)


def _resolved(old, path):
    # A path from where another one stands, without dots.
    before = old.split('/')
    if before[-1] != '':
        del before[-1]
    parts = path.split('/')
    if path[:1] != '/':
        parts = before + parts
        parts[1:-1] = [part for part in parts[1:-1] if part]
    found = []
    for part in parts:
        if part == '..':
            if found:
                found.pop()
        elif part != '.':
            found.append(part)
    if parts[-1] in ('.', '..'):
        found.append('')
    return '/'.join(found) or '/'


_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    allowed = _SAFE.union(safe)
    return ''.join([chr(byte) if byte in allowed else f'%{byte:02X}' for byte in bs])


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    space = ' ' if isinstance(string, str) else b' '
    if space not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (' ' if isinstance(safe, str) else b' '), encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode('utf-8')
    pieces = bytes(string).split(b'%')
    out = bytearray(pieces[0])
    for piece in pieces[1:]:
        digits = piece[:2].decode('latin-1')
        if len(digits) == 2 and all([digit in '0123456789abcdefABCDEF' for digit in digits]):
            out.append(int(digits, 16))
            out += piece[2:]
        else:
            out += b'%' + piece
    return bytes(out)


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    # Only runs of ASCII are decoded: other characters stay as they are.
    pieces, run = [], []
    for letter in string:
        if letter.isascii():
            run.append(letter)
        else:
            pieces += [unquote_to_bytes(''.join(run)).decode(encoding or 'utf-8', errors or 'replace'), letter]
            run = []
    pieces.append(unquote_to_bytes(''.join(run)).decode(encoding or 'utf-8', errors or 'replace'))
    return ''.join(pieces)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if not qs:
        return []
    _texts(qs)
    fields = qs.split(separator)
    if max_num_fields is not None and max_num_fields < len(fields):
        raise ValueError('Max number of fields exceeded')
    found = []
    for field in fields:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            found.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
             max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, 'items'):
        query = query.items()
    elif len(query) and not isinstance(query[0], tuple):
        raise TypeError('not a valid non-string sequence or mapping object')

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for name, value in query:
        if doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__len__'):
            pairs += [quoted(name) + '=' + quoted(one) for one in value]
        else:
            pairs.append(quoted(name) + '=' + quoted(value))
    return '&'.join(pairs)
