# Rows as lines of text, with commas and quotes.

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error',
           'Dialect', 'excel', 'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect',
           'list_dialects', 'Sniffer', 'unregister_dialect', 'DictReader', 'DictWriter', 'unix_dialect']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    __module__ = '_csv'


_limit = 131072


def field_size_limit(new_limit=None):
    global _limit
    before = _limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError('limit must be an integer')
        _limit = new_limit
    return before


class Dialect:
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        try:
            _Format(self)
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


_DEFAULTS = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
             'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}
_dialects = {}


class _Format:
    # A dialect with what was asked for besides, checked.
    def __init__(self, dialect=None, **wanted):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in wanted:
            if name not in _DEFAULTS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        values = {}
        for name, default in _DEFAULTS.items():
            value = default
            if dialect is not None:
                value = getattr(dialect, name, default)
            values[name] = wanted.get(name, value)
        if wanted.get('quotechar', '') is None and 'quoting' not in wanted:
            values['quoting'] = QUOTE_NONE
        quoting = values['quoting']
        if not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer, not ' + type(quoting).__name__)
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        for name in ('delimiter', 'escapechar', 'quotechar'):
            value = values[name]
            if value is None and name != 'delimiter':
                continue
            what = 'a unicode character' if name == 'delimiter' else 'a unicode character or None'
            if not isinstance(value, str):
                raise TypeError(f'"{name}" must be {what}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be {what}, not a string of length {len(value)}')
        if quoting != QUOTE_NONE and values['quotechar'] is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if not isinstance(values['lineterminator'], str):
            raise TypeError('"lineterminator" must be a string, not ' + type(values['lineterminator']).__name__)
        for name in ('delimiter', 'escapechar', 'quotechar'):
            if values[name] is not None and values[name] in '\n\r':
                raise ValueError(f'bad {name} value')
        pairs = [('delimiter', 'escapechar'), ('delimiter', 'quotechar'), ('escapechar', 'quotechar')]
        for one, other in pairs:
            if values[one] is not None and values[one] == values[other]:
                raise ValueError(f'bad {one} or {other} value')
        for name in ('delimiter', 'escapechar', 'quotechar'):
            if values[name] is not None and values[name] in values['lineterminator']:
                raise ValueError(f'bad {name} or lineterminator value')
        self.__dict__.update(values)


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Format(dialect, **fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


class reader:
    __module__ = '_csv'

    def __init__(self, iterable, dialect=None, **fmtparams):
        self._lines = iter(iterable)
        self.dialect = _Format('excel' if dialect is None else dialect, **fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._fields, self._field, self._state, self._plain = [], [], 'row', True
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == 'quoted':
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self._save()
                    return self._fields
                raise
            if not isinstance(line, str):
                raise Error('iterator should return strings, '
                            f'not {type(line).__name__} (the file should be opened in text mode)')
            self.line_num += 1
            for letter in line:
                self._take(letter)
            self._take(None)
            if self._state == 'row':
                return self._fields

    def _save(self):
        text = ''.join(self._field)
        self._field = []
        quoting = self.dialect.quoting
        if self._plain and ((quoting == QUOTE_NONNUMERIC and text) or quoting == QUOTE_STRINGS and text):
            self._fields.append(float(text))
        elif self._plain and not text and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
            self._fields.append(None)
        else:
            self._fields.append(text)
        self._plain = True

    def _add(self, letter):
        if len(self._field) >= _limit:
            raise Error(f'field larger than field limit ({_limit})')
        self._field.append(letter)

    def _take(self, letter):
        # One character; None is the end of a line.
        dialect, state = self.dialect, self._state
        newline = letter is None or letter in '\r\n'
        if state == 'row':
            if letter is None:
                return
            if newline:
                self._state = 'crnl'
                return
            state = 'field'
        if state == 'field':
            if newline:
                self._save()
                self._state = 'row' if letter is None else 'crnl'
            elif letter == dialect.quotechar and dialect.quoting != QUOTE_NONE:
                self._plain = False
                self._state = 'quoted'
            elif letter == dialect.escapechar:
                self._state = 'escape'
            elif letter == ' ' and dialect.skipinitialspace:
                self._state = 'field'
            elif letter == dialect.delimiter:
                self._save()
                self._state = 'field'
            else:
                self._add(letter)
                self._state = 'inside'
        elif state == 'escape':
            self._add('\n' if letter is None else letter)
            self._state = 'escaped' if newline else 'inside'
        elif state in ('inside', 'escaped'):
            if state == 'escaped' and letter is None:
                return
            if newline:
                self._save()
                self._state = 'row' if letter is None else 'crnl'
            elif letter == dialect.escapechar:
                self._state = 'escape'
            elif letter == dialect.delimiter:
                self._save()
                self._state = 'field'
            else:
                self._add(letter)
        elif state == 'quoted':
            if letter is None:
                return
            if letter == dialect.escapechar:
                self._state = 'escape in quotes'
            elif letter == dialect.quotechar:
                self._state = 'quote' if dialect.doublequote else 'inside'
            else:
                self._add(letter)
        elif state == 'escape in quotes':
            self._add('\n' if letter is None else letter)
            self._state = 'quoted'
        elif state == 'quote':
            if letter == dialect.quotechar and letter is not None:
                self._add(letter)
                self._state = 'quoted'
            elif letter == dialect.delimiter:
                self._save()
                self._state = 'field'
            elif newline:
                self._save()
                self._state = 'row' if letter is None else 'crnl'
            elif dialect.strict:
                raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
            else:
                self._add(letter)
                self._state = 'inside'
        elif letter is None:
            self._state = 'row'
        elif not newline:
            raise Error('new-line character seen in unquoted field - do you need to open the file with newline='
                        "''?")


class writer:
    __module__ = '_csv'

    def __init__(self, fileobj, dialect=None, **fmtparams):
        if not callable(getattr(fileobj, 'write', None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = fileobj.write
        self.dialect = _Format('excel' if dialect is None else dialect, **fmtparams)

    def writerow(self, row, /):
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        fields = list(fields)
        dialect = self.dialect
        texts = [self._text(field, len(fields) == 1) for field in fields]
        return self._write(dialect.delimiter.join(texts) + dialect.lineterminator)

    def _text(self, field, alone):
        dialect = self.dialect
        quoting = dialect.quoting
        text = '' if field is None else field if isinstance(field, str) else str(field)
        quoted = (quoting == QUOTE_ALL or (quoting == QUOTE_NONNUMERIC and not isinstance(field, (int, float)))
                  or (quoting == QUOTE_STRINGS and isinstance(field, str))
                  or (quoting == QUOTE_NOTNULL and field is not None))
        if quoting == QUOTE_NONNUMERIC and hasattr(type(field), '__float__') and not isinstance(field, str):
            quoted = False
        special = dialect.delimiter + '\r\n' + (dialect.escapechar or '') + (dialect.quotechar or '')
        special += dialect.lineterminator
        pieces = []
        for letter in text:
            if letter in special:
                escape = quoting == QUOTE_NONE
                if not escape:
                    if letter == dialect.quotechar:
                        if dialect.doublequote:
                            pieces.append(letter)
                        else:
                            escape = True
                    elif letter == dialect.escapechar:
                        escape = True
                    if not escape:
                        quoted = True
                if escape:
                    if dialect.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    pieces.append(dialect.escapechar)
            pieces.append(letter)
        if not text and not quoted:
            spaced = dialect.delimiter == ' ' and dialect.skipinitialspace
            if alone or spaced:
                if quoting == QUOTE_NONE or (field is None and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                    raise Error('empty field must be quoted if delimiter is a space and skipinitialspace is true'
                                if spaced else 'single empty field record must be quoted')
                quoted = True
        text = ''.join(pieces)
        return dialect.quotechar + text + dialect.quotechar if quoted else text

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, row):
        if self.extrasaction == 'raise':
            wrong = [name for name in row if name not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(name) for name in wrong]))
        return [row.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(row) for row in rowdicts])


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)


def __getattr__(name):
    if name == 'Sniffer':
        from _csv_sniffer import Sniffer
        return Sniffer
    raise AttributeError(f"module 'csv' has no attribute {name!r}", name=name)
