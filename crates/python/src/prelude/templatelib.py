# What t-strings make (PEP 750).


class Interpolation:
    __module__ = 'string.templatelib'
    __match_args__ = ('value', 'expression', 'conversion', 'format_spec')

    def __init__(self, value, expression='', conversion=None, format_spec=''):
        if conversion not in (None, 's', 'r', 'a'):
            raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        self._parts = (value, expression, conversion, format_spec)

    value = property(lambda self: self._parts[0])
    expression = property(lambda self: self._parts[1])
    conversion = property(lambda self: self._parts[2])
    format_spec = property(lambda self: self._parts[3])

    def __repr__(self):
        value, expression, conversion, format_spec = self._parts
        return f'Interpolation({value!r}, {expression!r}, {conversion!r}, {format_spec!r})'


class Template:
    __module__ = 'string.templatelib'

    def __init__(self, *parts):
        strings = ['']
        interpolations = []
        for part in parts:
            if isinstance(part, str):
                strings[-1] += part
            elif isinstance(part, Interpolation):
                interpolations.append(part)
                strings.append('')
            else:
                raise TypeError('Template.__new__ *args need to be of type \'str\' or \'Interpolation\', '
                                f'got {type(part).__name__}')
        self._strings = tuple(strings)
        self._interpolations = tuple(interpolations)

    strings = property(lambda self: self._strings)
    interpolations = property(lambda self: self._interpolations)

    @property
    def values(self):
        return tuple([one.value for one in self._interpolations])

    def __iter__(self):
        for index, text in enumerate(self._strings):
            if text:
                yield text
            if index < len(self._interpolations):
                yield self._interpolations[index]

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{type(other).__name__}") '
                            'to string.templatelib.Template')
        return Template(*self, *other)

    def __repr__(self):
        return f'Template(strings={self._strings!r}, interpolations={self._interpolations!r})'


def make_template(strings, interpolations):
    template = Template()
    template._strings = strings
    template._interpolations = interpolations
    return template


def convert(value, conversion):
    if conversion == 'r':
        return repr(value)
    if conversion == 's':
        return str(value)
    if conversion == 'a':
        return ascii(value)
    return value
