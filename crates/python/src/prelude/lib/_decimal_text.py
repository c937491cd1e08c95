# Decimal numbers from text and as text.

def parse(text):
    # Sign, coefficient, exponent and kind of a number; None where it is none.
    text = text.strip().replace('_', '')
    sign = 0
    if text[:1] in ('+', '-') and text:
        sign = int(text[0] == '-')
        text = text[1:]
    low = text.lower()
    if low in ('inf', 'infinity'):
        return sign, 0, 0, 'F'
    for name, kind in (('snan', 'N'), ('nan', 'n')):
        if low.startswith(name):
            payload = low[len(name):]
            if payload and not payload.isdecimal():
                return None
            return sign, int(payload or '0'), 0, kind
    digits, mark, exponent = low.partition('e')
    power = 0
    if mark:
        unsigned = exponent[1:] if exponent[:1] in ('+', '-') else exponent
        if not unsigned.isdecimal():
            return None
        power = int(exponent)
    whole, _, below = digits.partition('.')
    if not (whole + below).isdecimal():
        return None
    return sign, int(whole + below), power - len(below), ''


def shown(number, capitals=1, engineering=False):
    sign = '-' if number._sign else ''
    if number._kind:
        if number._kind == 'F':
            return sign + 'Infinity'
        return sign + ('sNaN' if number._kind == 'N' else 'NaN') + (str(number._int) if number._int else '')
    digits = str(number._int)
    exponent = number._exp
    # How many digits stand before the point.
    left = exponent + len(digits)
    if exponent <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif number._int == 0:
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        text = '0.' + '0' * -point + digits
    elif point >= len(digits):
        text = digits + '0' * (point - len(digits))
    else:
        text = digits[:point] + '.' + digits[point:]
    if left != point:
        text += f'{"E" if capitals else "e"}{left - point:+d}'
    return sign + text


class Spec:
    # A format specification, taken apart.
    def __init__(self, spec):
        rest = spec
        self.fill, self.align = ' ', None
        if len(rest) > 1 and rest[1] in '<>=^':
            self.fill, self.align, rest = rest[0], rest[1], rest[2:]
        elif rest[:1] and rest[0] in '<>=^':
            self.align, rest = rest[0], rest[1:]
        self.sign = '-'
        if rest[:1] and rest[0] in '+- ':
            self.sign, rest = rest[0], rest[1:]
        self.no_minus_zero = rest[:1] == 'z'
        if self.no_minus_zero:
            rest = rest[1:]
        self.alternate = rest[:1] == '#'
        if self.alternate:
            rest = rest[1:]
        self.zeros = rest[:1] == '0'
        if self.zeros:
            if self.align is not None:
                raise ValueError('invalid format string')
            self.fill, self.align, rest = '0', '=', rest[1:]
        if self.align is None:
            self.align = '>'
        self.width, rest = _number(rest)
        self.width = self.width or 0
        self.separator = ''
        if rest[:1] and rest[0] in ',_':
            self.separator, rest = rest[0], rest[1:]
        self.precision = None
        if rest[:1] == '.':
            self.precision, rest = _number(rest[1:])
            if self.precision is None:
                raise ValueError('invalid format string')
        self.kind = rest
        if rest not in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%'):
            raise ValueError('invalid format string')


def _number(text):
    at = 0
    while at < len(text) and text[at] in '0123456789':
        at += 1
    return (int(text[:at]) if at else None), text[at:]


def formatted(number, spec, context, rounded, rescaled):
    spec = Spec(spec)
    negative = number._sign
    if number._kind:
        text = shown(number)[negative:]
        if spec.kind == '%':
            text += '%'
        if spec.fill == '0' and spec.zeros:
            spec.fill, spec.align = ' ', '>'
        return _placed(_sign(negative, spec.sign), text, spec)
    kind, precision = spec.kind or ('G' if context.capitals else 'g'), spec.precision
    if kind == 'n':
        kind = 'g'
    if kind == '%':
        number = number._moved(2)
    rounding = context.rounding
    if precision is not None:
        if kind in 'eE' and number._int:
            number = rounded(number, precision + 1, rounding)
        elif kind in 'fF%':
            number = rescaled(number, -precision, rounding)
        elif len(str(number._int)) > precision:
            number = rounded(number, max(precision, 1), rounding)
    if not number._int and number._exp > 0 and kind in 'fF%':
        number = rescaled(number, 0, rounding)
    if not number._int and spec.no_minus_zero:
        negative = 0
    digits, exponent = str(number._int), number._exp
    left = exponent + len(digits)
    if kind in 'eE':
        point = 1 - precision if not number._int and precision is not None else 1
    elif kind in 'fF%':
        point = left
    else:
        point = left if exponent <= 0 and left > -6 else 1
    if point < 0:
        whole, below = '0', '0' * -point + digits
    elif point > len(digits):
        whole, below = digits + '0' * (point - len(digits)), ''
    else:
        whole, below = digits[:point] or '0', digits[point:]
    power = left - point
    tail = '.' + below if below or spec.alternate else ''
    if power != 0 or kind in 'eE':
        tail += f'{"E" if kind in "EG" else "e"}{power:+d}'
    if kind == '%':
        tail += '%'
    sign = _sign(negative, spec.sign)
    least = spec.width - len(tail) - len(sign) if spec.zeros else 0
    return _placed(sign, _grouped(whole, spec.separator, least) + tail, spec)


def _sign(negative, wanted):
    return '-' if negative else '' if wanted == '-' else wanted


def _grouped(digits, separator, width):
    if not separator:
        return digits.zfill(max(width, 0))
    while True:
        first = len(digits) % 3 or 3
        text = separator.join([digits[:first]] + [digits[at:at + 3] for at in range(first, len(digits), 3)])
        if len(text) >= width:
            return text
        digits = '0' + digits


def _placed(sign, text, spec):
    missing = max(spec.width - len(sign) - len(text), 0)
    fill = spec.fill
    if spec.align == '<':
        return sign + text + fill * missing
    if spec.align == '=':
        return sign + fill * missing + text
    if spec.align == '^':
        return fill * (missing // 2) + sign + text + fill * (missing - missing // 2)
    return fill * missing + sign + text
