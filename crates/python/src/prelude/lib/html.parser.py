# HTML as a sequence of tags and texts, each handed to a method as it comes.

import re as _re
from html import unescape as _unescape

__all__ = ['HTMLParser']

_BLANK = ' \t\n\r\f'
_NAME = _re.compile(r'[a-zA-Z][^\t\n\r\f />]*')
_REFERENCE = _re.compile(r'&(?:#(?P<number>[0-9]+|[xX][0-9a-fA-F]+)|(?P<name>[a-zA-Z][-.a-zA-Z0-9]*));?')


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ('script', 'style')
    RCDATA_CONTENT_ELEMENTS = ('textarea', 'title')

    def __init__(self, *, convert_charrefs=True, scripting=False):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata, self.lasttag, self.cdata_elem = '', '???', None
        self.lineno, self.offset, self._starttag_text = 1, 0, None

    def feed(self, data):
        self.rawdata += data
        self._go_on(False)

    def close(self):
        self._go_on(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._starttag_text

    def _moved(self, size):
        # Takes so many characters off the text, and counts its lines.
        passed, self.rawdata = self.rawdata[:size], self.rawdata[size:]
        lines = passed.count('\n')
        if lines:
            self.lineno += lines
            self.offset = len(passed) - passed.rfind('\n') - 1
        else:
            self.offset += len(passed)

    def _go_on(self, end):
        while self.rawdata:
            size = self._element(end) if self.cdata_elem is not None else self._next(end)
            if not size:
                break
            self._moved(size)

    def _element(self, end):
        # The text of an element that holds no tags.
        found = _re.search(rf'</{self.cdata_elem}(?=[\t\n\r\f />])', self.rawdata, _re.IGNORECASE)
        if found is None:
            if not end:
                return 0
            self.handle_data(self.rawdata)
            return len(self.rawdata)
        if found.start():
            text = self.rawdata[:found.start()]
            self.handle_data(_unescape(text) if self.cdata_elem in self.RCDATA_CONTENT_ELEMENTS and self.convert_charrefs else text)
            return found.start()
        self.cdata_elem = None
        return self._next(end)

    def _next(self, end):
        # Hands on what comes next; tells how long it was, or 0 if it is not whole yet.
        data = self.rawdata
        if data[0] != '<' and (data[0] != '&' or self.convert_charrefs):
            return self._text(data, end)
        if data[0] == '&':
            return self._reference(data, end)
        if data.startswith('<!--'):
            return self._until(data, 4, '-->', self.handle_comment, end)
        if data.startswith('</'):
            return self._end_tag(data, end)
        if data.startswith('<?'):
            return self._until(data, 2, '>', self.handle_pi, end)
        if data.startswith('<!['):
            return self._until(data, 3, ']>' if not data.startswith('<![CDATA[') else ']]>', self.unknown_decl, end)
        if data.startswith('<!'):
            declared = data[2:9].lower() == 'doctype'
            return self._until(data, 2, '>', self.handle_decl if declared else self.handle_comment, end)
        if _NAME.match(data, 1):
            return self._start_tag(data, end)
        if len(data) == 1 and not end:
            return 0
        self.handle_data('<')
        return 1

    def _text(self, data, end):
        ends = [at for sign in ('<' if self.convert_charrefs else '<&') if (at := data.find(sign)) >= 0]
        if ends:
            return self._said(data[:min(ends)])
        # A reference may go on in what is still to come.
        if self.convert_charrefs and not end and '&' in data[-34:]:
            return 0
        return self._said(data)

    def _said(self, text):
        self.handle_data(_unescape(text) if self.convert_charrefs else text)
        return len(text)

    def _reference(self, data, end):
        found = _REFERENCE.match(data)
        if found is None:
            self.handle_data('&')
            return 1
        if found.end() == len(data) and not end and not found.group().endswith(';'):
            return 0
        if found['number']:
            self.handle_charref(found['number'])
        else:
            self.handle_entityref(found['name'])
        return found.end()

    def _until(self, data, start, sign, handler, end):
        found = data.find(sign, start)
        if found < 0:
            if not end:
                return 0
            handler(data[start:])
            return len(data)
        handler(data[start:found])
        return found + len(sign)

    def _end_tag(self, data, end):
        found = data.find('>')
        if found < 0:
            if not end:
                return 0
            self.handle_data(data) if len(data) == 2 else None
            return len(data)
        name = _NAME.match(data, 2)
        if name is not None:
            self.handle_endtag(name.group().lower())
        elif found > 2:
            self.handle_comment(data[2:found])
        return found + 1

    def _start_tag(self, data, end):
        at = _NAME.match(data, 1).end()
        tag, attributes, slash = data[1:at].lower(), [], False
        while data[at:at + 1] != '>':
            if at >= len(data):
                # The tag is not whole.
                return len(data) if end else 0
            if data[at] in _BLANK or data[at] == '/':
                slash = data[at] == '/' and data[at + 1:at + 2] == '>'
                at += 1
                continue
            at = self._attribute(data, at, attributes)
        self.lasttag, self._starttag_text = tag, data[:at + 1]
        if slash:
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS or tag in self.RCDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        return at + 1

    def _attribute(self, data, at, attributes):
        # Adds the attribute that begins here, and tells where it ends.
        start = at
        at += 1
        while at < len(data) and data[at] not in _BLANK + '/=>':
            at += 1
        name, after = data[start:at].lower(), at
        while at < len(data) and data[at] in _BLANK:
            at += 1
        if data[at:at + 1] != '=':
            attributes.append((name, None))
            return after
        at += 1
        while at < len(data) and data[at] in _BLANK:
            at += 1
        quote = data[at:at + 1]
        if quote in ('"', "'"):
            close = data.find(quote, at + 1)
            if close < 0:
                return len(data)
            value, at = data[at + 1:close], close + 1
        else:
            start = at
            while at < len(data) and data[at] not in _BLANK + '>':
                at += 1
            value = data[start:at]
        attributes.append((name, _unescape(value)))
        return at

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
