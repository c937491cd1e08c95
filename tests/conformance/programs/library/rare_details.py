# Details of inspect, sys, operator, signal, logging and types that scripts rarely need.

import inspect
import logging
import operator
import signal
import sys
import types


class Plain:
    __slots__ = ("kept", "__dict__")

    @property
    def shown(self):
        return 1


class Meta(type):
    def __prepare__(name, bases, **kwds):
        return {"prepared": sorted(kwds)}

    def __new__(cls, name, bases, namespace, **kwds):
        return super().__new__(cls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwds):
        super().__init__(name, bases, namespace)


# Kinds of descriptors.
for what in (Plain.kept, Plain.__dict__["__dict__"], Plain.shown, str.upper, "".upper, object().__str__, len, Plain):
    print(inspect.isgetsetdescriptor(what), inspect.ismemberdescriptor(what) is (what is Plain.kept) or "differs",
          inspect.isdatadescriptor(what), inspect.ismethoddescriptor(what), inspect.ismethodwrapper(what),
          inspect.isroutine(what))

# Digits of whole numbers.
print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(0)
print(len(str(10 ** 6000)), int("7" * 5000) % 1000)
sys.set_int_max_str_digits(700)
try:
    str(10 ** 800)
except ValueError as error:
    print(error)
try:
    int("5" * 701)
except ValueError as error:
    print(error)
for wrong in (5, -1):
    try:
        sys.set_int_max_str_digits(wrong)
    except ValueError as error:
        print(error)
sys.set_int_max_str_digits(4300)

# Operators that change what they are given.
items = [1]
print(operator.iconcat(items, [2]) is items, operator.ifloordiv(7, 2), operator.ilshift(1, 3), operator.imod(7, 3),
      operator.ipow(2, 5), operator.irshift(8, 1), operator.itruediv(1, 4), operator.ixor(6, 3))
try:
    operator.iconcat(5, 6)
except TypeError as error:
    print(error)

# Signals by name and by number.
print(signal.strsignal(signal.SIGTERM), signal.Signals(6).name, signal.SIGPIPE, repr(signal.SIGWINCH))
print(signal.SIGINT in signal.valid_signals())
signal.signal(signal.SIGUSR1, lambda number, frame: print("came", number, frame.f_lineno))
signal.raise_signal(signal.SIGUSR1)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as error:
    print(repr(error))

# Handlers by name.
handler = logging.StreamHandler(sys.stdout)
handler.set_name("out")
other = logging.NullHandler()
other.name = "none"
print(logging.getHandlerByName("out") is handler, sorted(logging.getHandlerNames()), handler.get_name())
handler.name = "changed"
print(logging.getHandlerByName("out"), sorted(logging.getHandlerNames()))
del other
print(sorted(logging.getHandlerNames()))

# Classes made by calls.
meta, namespace, rest = types.prepare_class("Made", (), {"metaclass": Meta, "flag": 1})
print(meta, namespace, rest)
made = types.new_class("Made", (Plain,), {"metaclass": Meta, "flag": 1}, lambda body: body.update(x=2))
print(made.prepared, made.x, type(made), made.__mro__[1])


class OtherMeta(type):
    pass


class Other(metaclass=OtherMeta):
    pass


try:
    types.new_class("Both", (made, Other))
except TypeError as error:
    print(error)

exec(compile("40 + 2; None; 'text'\n", "<typed>", "single"))
exec(compile("for i in range(2): i * 10\n", "<typed>", "single"))
old = sys.displayhook
sys.displayhook = lambda value: print("shown:", value)
exec(compile("[1]", "<typed>", "single"))
sys.displayhook = old
for wrong in ("a = 1\nb = 2",):
    try:
        compile(wrong, "<typed>", "single")
    except SyntaxError as error:
        print(error)
