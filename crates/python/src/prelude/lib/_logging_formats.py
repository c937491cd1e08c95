# What becomes of a record as text: the three styles of formats, and what is checked of them beforehand.

import time
import re as _re


def _fields(fmt):
    # The names in a text for `str.format`, each checked.
    from string import Formatter as Parts
    for _, name, spec, conversion in Parts().parse(fmt):
        if not name:
            continue
        if not _re.fullmatch(r'\w+(\.\w+|\[\w+\])*', name):
            raise ValueError(f'invalid field name/expression: {name!r}')
        if conversion and conversion not in 'ars':
            raise ValueError(f'invalid conversion: {conversion!r}')
        if spec and not _re.fullmatch(r'(.?[<>=^])?[-+ ]?#?0?(\d+|\{\w+\})?[_,]?(\.(\d+|\{\w+\}))?[a-gnosx%]?', spec, _re.I):
            raise ValueError(f'bad specifier: {spec!r}')
        yield name


class PercentStyle:
    __module__ = 'logging'
    default_format, asctime_format, asctime_search = '%(message)s', '%(asctime)s', '%(asctime)'

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0 or self._fmt.find(self.asctime_format) >= 0

    def validate(self):
        if not _re.search(r'%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]', self._fmt, _re.I):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _filled(self, values):
        return self._fmt % values

    def format(self, record):
        try:
            return self._filled({**(self._defaults or {}), **record.__dict__})
        except KeyError as error:
            raise ValueError(f'Formatting field not found in record: {error}') from None


class StrFormatStyle(PercentStyle):
    __module__ = 'logging'
    default_format, asctime_format, asctime_search = '{message}', '{asctime}', '{asctime'

    def validate(self):
        try:
            found = list(_fields(self._fmt))
        except ValueError as error:
            raise ValueError(f'invalid format: {error}') from None
        if not found:
            raise ValueError('invalid format: no fields')

    def _filled(self, values):
        return self._fmt.format(**values)


class StringTemplateStyle(PercentStyle):
    __module__ = 'logging'
    default_format, asctime_format, asctime_search = '${message}', '${asctime}', '$asctime'

    def validate(self):
        from string import Template
        found = list(Template.pattern.finditer(self._fmt))
        if any([one.group() == '$' for one in found]):
            raise ValueError("invalid format: bare '$' not allowed")
        if not any([one['named'] or one['braced'] for one in found]):
            raise ValueError('invalid format: no fields')

    def _filled(self, values):
        from string import Template
        return Template(self._fmt).substitute(**values)


class Formatter:
    __module__ = 'logging'
    default_time_format = '%Y-%m-%d %H:%M:%S'
    default_msec_format = '%s,%03d'
    converter = time.localtime

    def __init__(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None):
        if style not in ('%', '{', '$'):
            raise ValueError('Style must be one of: %,{,$')
        self._style = {'%': PercentStyle, '{': StrFormatStyle, '$': StringTemplateStyle}[style](fmt, defaults=defaults)
        if validate and fmt:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def usesTime(self):
        return self._style.usesTime()

    def formatTime(self, record, datefmt=None):
        when = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, when)
        text = time.strftime(self.default_time_format, when)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatMessage(self, record):
        return self._style.format(record)

    def formatException(self, ei):
        from _traceback import format_exception
        return 'NoneType: None' if ei[1] is None else ''.join(format_exception(ei[1])).removesuffix('\n')

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = (text if text.endswith('\n') else text + '\n') + record.exc_text
        if record.stack_info:
            text = (text if text.endswith('\n') else text + '\n') + self.formatStack(record.stack_info)
        return text


class BufferingFormatter:
    __module__ = 'logging'

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or Formatter()

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        lines = [self.linefmt.format(record) for record in records]
        return self.formatHeader(records) + ''.join(lines) + self.formatFooter(records)
