# What decimal arithmetic is to do: precision, rounding, what to note and what to raise.

ROUND_UP = 'ROUND_UP'
ROUND_DOWN = 'ROUND_DOWN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
             ROUND_05UP)

MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class DecimalException(ArithmeticError):
    __module__ = 'decimal'


class Clamped(DecimalException):
    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    __module__ = 'decimal'


class Inexact(DecimalException):
    __module__ = 'decimal'


class Rounded(DecimalException):
    __module__ = 'decimal'


class Subnormal(DecimalException):
    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'


# In the order in which they are listed and raised.
SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_CONDITIONS = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
               DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}


class SignalDict:
    # Signals and whether they hold: what `context.flags` and `context.traps` are.
    __module__ = 'decimal'
    __hash__ = None

    def __init__(self, held=()):
        self._held = set(held)

    def _known(self, signal):
        if signal not in SIGNALS:
            raise KeyError('invalid error flag')
        return signal

    def __getitem__(self, signal):
        return self._known(signal) in self._held

    def __setitem__(self, signal, value):
        if value:
            self._held.add(self._known(signal))
        else:
            self._held.discard(self._known(signal))

    def __iter__(self):
        return iter(SIGNALS)

    def __len__(self):
        return len(SIGNALS)

    def __contains__(self, signal):
        return signal in SIGNALS

    def keys(self):
        return list(SIGNALS)

    def values(self):
        return [signal in self._held for signal in SIGNALS]

    def items(self):
        return [(signal, signal in self._held) for signal in SIGNALS]

    def get(self, signal, default=None):
        return self[signal] if signal in SIGNALS else default

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self._held == other._held
        return dict(self.items()) == other

    def _names(self):
        return '[' + ', '.join([signal.__name__ for signal in _SHOWN if signal in self._held]) + ']'

    def __repr__(self):
        return '{' + ', '.join([f'{signal!r}:{signal in self._held}' for signal in SIGNALS]) + '}'


def _signals(given, default):
    if given is None:
        return SignalDict(default)
    if isinstance(given, SignalDict):
        return SignalDict(given._held)
    if isinstance(given, dict):
        if set(given) != set(SIGNALS):
            raise KeyError('invalid signal dict')
        return SignalDict([signal for signal in given if given[signal]])
    if not isinstance(given, list):
        raise TypeError('argument must be a signal dict')
    made = SignalDict()
    for signal in given:
        if signal not in SIGNALS:
            raise KeyError('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
                           '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')
        made[signal] = True
    return made


def _whole(name, value, low, high, message):
    if not isinstance(value, int):
        raise TypeError('an integer is required')
    if not low <= value <= high:
        raise ValueError(message)
    return value


class Context:
    __module__ = 'decimal'
    _shown_name_ = 'decimal.Context'
    __hash__ = None

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        basis = DefaultContext
        self.prec = 28 if basis is None and prec is None else basis.prec if prec is None else prec
        self.rounding = rounding if rounding is not None else basis.rounding if basis else ROUND_HALF_EVEN
        self.Emin = Emin if Emin is not None else basis.Emin if basis else -999999
        self.Emax = Emax if Emax is not None else basis.Emax if basis else 999999
        self.capitals = capitals if capitals is not None else basis.capitals if basis else 1
        self.clamp = clamp if clamp is not None else basis.clamp if basis else 0
        self.__dict__['flags'] = _signals(flags, ())
        default = basis.traps._held if basis else (InvalidOperation, DivisionByZero, Overflow)
        self.__dict__['traps'] = _signals(traps, default)

    def __setattr__(self, name, value):
        if name == 'prec':
            _whole(name, value, 1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]')
        elif name == 'Emin':
            _whole(name, value, MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]')
        elif name == 'Emax':
            _whole(name, value, 0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]')
        elif name == 'capitals':
            _whole(name, value, 0, 1, 'valid values for capitals are 0 or 1')
        elif name == 'clamp':
            _whole(name, value, 0, 1, 'valid values for clamp are 0 or 1')
        elif name == 'rounding':
            if value not in ROUNDINGS:
                raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, '
                                'ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
        elif name in ('flags', 'traps'):
            if not isinstance(value, (SignalDict, dict)):
                raise TypeError('argument must be a signal dict')
            value = _signals(value, ())
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        self.__dict__[name] = value

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def __repr__(self):
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags={self.flags._names()}, '
                f'traps={self.traps._names()})')

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags,
                       self.traps)

    __copy__ = copy

    def clear_flags(self):
        self.flags._held.clear()

    def clear_traps(self):
        self.traps._held.clear()

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def _raise(self, *conditions):
        # Notes what happened; raises the first that is trapped, with all that are.
        signals = [_CONDITIONS.get(condition, condition) for condition in conditions]
        self.flags._held.update(signals)
        trapped = [condition for condition, signal in zip(conditions, signals) if signal in self.traps._held]
        if trapped:
            for signal in SIGNALS:
                if signal in signals and signal in self.traps._held:
                    order = [ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext, *SIGNALS]
                    raise signal(sorted(set(trapped), key=order.index))


DefaultContext = None
DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, flags=[],
                       traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, flags=[], traps=[])


def IEEEContext(bits, /):
    # The format of IEEE 754 with so many bits.
    if bits <= 0 or bits % 32 or bits > 512:
        raise ValueError('argument must be a multiple of 32, with a maximum of 512')
    prec, emax = 9 * (bits // 32) - 2, 3 * 2 ** (bits // 16 + 3)
    return Context(prec=prec, rounding=ROUND_HALF_EVEN, Emin=1 - emax, Emax=emax, clamp=1, flags=[], traps=[])


_current = None


def _variable():
    # Each task has its own context, as far as it sets one.
    global _current
    if _current is None:
        from contextvars import ContextVar
        _current = ContextVar('decimal_context')
    return _current


def getcontext():
    context = _variable().get(None)
    if context is None:
        context = DefaultContext.copy()
        _variable().set(context)
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context.clear_flags()
    _variable().set(context)


class ContextManager:
    __module__ = 'decimal'

    def __init__(self, context):
        self._context = context
        self._before = None

    def __enter__(self):
        self._before = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exc_info):
        setcontext(self._before)


def localcontext(ctx=None, **settings):
    if ctx is not None and not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in settings.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(context, name, value)
    return ContextManager(context)


def round_up(rounding, sign, whole, rest, step):
    # Whether `whole` becomes one more when `rest` of `step` is dropped.
    if rest == 0 or rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    if rounding == ROUND_05UP:
        return whole % 5 == 0
    if 2 * rest != step:
        return 2 * rest > step
    return rounding == ROUND_HALF_UP or (rounding == ROUND_HALF_EVEN and whole % 2 == 1)
