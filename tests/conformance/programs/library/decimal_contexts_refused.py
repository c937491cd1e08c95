"""What contexts of decimal refuse, and a context of a class of its own."""

from decimal import IEEE_CONTEXT_MAX_BITS, Context, Decimal, DefaultContext, getcontext, localcontext, setcontext


def attempt(function, *args, **named):
    try:
        print(function(*args, **named))
    except Exception as error:
        print(type(error).__name__, error)


for number in ("314", (0, (3, 1), 0), 3 + 4j, None, True, 5, 2.5, Decimal(3)):
    attempt(Decimal.from_number, number)
for settings in ({"precision": 10}, {"rounding": ""}, {"flags": ""}, {"traps": ""}, {"Emin": ""}, {"capitals": 2}):
    attempt(localcontext, **settings)
attempt(localcontext, 3)
context = getcontext().copy()
attempt(setattr, context, "flags", [])
attempt(setattr, context, "flags", {})
attempt(setattr, context, "traps", {"InvalidOperation": 0})
attempt(setattr, context, "rounding", "xyz")
attempt(delattr, context, "prec")
attempt(Context, flags=["P"])
attempt(Context, traps=(0, 1))


class Short(Context):
    def __init__(self):
        super().__init__(prec=5, capitals=0)


print(Short().create_decimal("1E+222"), Short().divide(Decimal(1), Decimal(3)))
setcontext(Short())
print(Decimal("1E+222"), Decimal(1) / 3, repr(Decimal("1e5")))
setcontext(DefaultContext)
print(getcontext().prec, IEEE_CONTEXT_MAX_BITS)
