# Numbers, dates and money in tables and all formats, roman numerals and hex dumps.
import datetime as dt, decimal, locale, math, string, textwrap
from decimal import Decimal, ROUND_HALF_UP, ROUND_HALF_EVEN, getcontext, localcontext, InvalidOperation
from fractions import Fraction

rows = [
    ("Widget", 4, Decimal("3.75"), 0.0512),
    ("Gadget (large)", 12, Decimal("1249.9"), 0.5),
    ("Ünïcode ✓", 1000, Decimal("0.005"), 1),
    ("", 0, Decimal(0), -0.123456),
]
print(f"{'item':<16}|{'qty':>6}|{'price':>12}|{'total':>14}|{'pct':>8}")
print("-" * 16 + "+" + "+".join("-" * n for n in (6, 12, 14, 8)))
for name, qty, price, pct in rows:
    print(f"{name:<16.12}|{qty:>6,d}|{price:>12.2f}|{qty * price:>14,.3f}|{pct:>8.1%}")
total = sum(q * p for _, q, p, _ in rows)
print(f"{'TOTAL':=^50}", f"{total:>+20,.2f}", f"{float(total):.3e}", sep="\n")
for q in ("0.01", "1", "1E+2", ".1"):
    print(q, total.quantize(Decimal(q), ROUND_HALF_UP), end="; ")
print()
for x in (
    0.1,
    1 / 3,
    1e21,
    123456789.123456789,
    -0.0,
    5e-324,
    1e16,
    2.5,
    float("inf"),
    float("nan"),
    100.0,
    1e-5,
    0.0001,
):
    print(f"{x!r:>24} {x:.0f} {x:.3f} {x:g} {x:e} {x:.2%} {x:>+10.2f} {x:010.1f} {x:_.2f} {x:.3} {x!s}")
for n in (0, -1, 255, 1_000_000, 2**70, -12345678901234567890):
    print(
        f"{n:d}|{n:,}|{n:_}|{n:x}|{n:#X}|{n:#b}|{n:o}|{n:+}|{n: }|{n:>12}|{n:<12}|{n:^12}|{n:012}|{n:e}|{n:_x}"
    )
print(
    "%5d|%-5d|%05d|%+d|%x|%o|%e|%8.3f|%s|%r|%%|%c|%10s|%-10s|%.2s"
    % (42, 42, 42, 42, 255, 8, 12345.678, 3.14159, "s", "r", "c", "right", "left", "truncate")
)
print(
    "{0:>10} {0:<10} {1!r} {name[0]} {obj.year} {d[k]}".format(
        "x", "y", name=["n"], obj=dt.date(2024, 5, 6), d={"k": "v"}
    )
)
print(
    "{:{fill}{align}{width}.{prec}f}".format(math.pi, fill="*", align="^", width=12, prec=3),
    f"{'x':{'-'}{'^'}{9}}",
    f"{math.pi=:.2f} {rows[0][0]=} {1+1=}",
)
d = dt.datetime(2024, 2, 29, 23, 5, 7, 89)
print(
    f"{d:%Y-%m-%d %H:%M:%S.%f} {d:%A %d %B %Y} {d:%j %U %w %y %I%p} {d!s} {d!r} {d:%d/%m}",
    d.strftime("%c | %x | %X"),
    f"{dt.timedelta(seconds=3661)} {dt.timedelta(days=-1, hours=3)}",
)
t = string.Template("Dear $name, you owe ${amount}€ since $date. $$5 fee. $missing")
print(t.safe_substitute(name="Ann", amount=f"{Decimal('12.5'):.2f}", date=d.date()))
print(
    textwrap.dedent("""\
    Dear reader,
      this is indented
    and ends."""),
    textwrap.fill(
        "The quick brown fox jumped over the lazy dog and ran away from the hunter-gatherers.",
        28,
        initial_indent="> ",
        subsequent_indent="| ",
    ),
    textwrap.shorten("The quick brown fox", 12),
    sep="\n",
)
print(
    textwrap.indent("a\nb\n\nc", "  ", lambda l: True),
    textwrap.wrap("supercalifragilistic is long", 10, break_long_words=False),
    sep="\n",
)
getcontext().prec = 12
a = Decimal("10") / 3
print(a, a.quantize(Decimal(".001")), round(a, 2), round(a), a.as_tuple(), +Decimal("1.23456789012345"))
for r in (
    ROUND_HALF_UP,
    ROUND_HALF_EVEN,
    decimal.ROUND_FLOOR,
    decimal.ROUND_CEILING,
    decimal.ROUND_DOWN,
    decimal.ROUND_UP,
    decimal.ROUND_HALF_DOWN,
    decimal.ROUND_05UP,
):
    print(
        r,
        *[
            Decimal(x).quantize(Decimal("1"), rounding=r)
            for x in ("2.5", "-2.5", "1.1", "-1.9", "0.5", "5.01")
        ],
    )


def split_bill(total, people):
    share = (total / people).quantize(Decimal("0.01"), ROUND_HALF_UP)
    rest = total - share * people
    return [share + (Decimal("0.01").copy_sign(rest) if i < abs(rest) * 100 else 0) for i in range(people)]


print(split_bill(Decimal("100"), 3), sum(split_bill(Decimal("100"), 7)), split_bill(Decimal("0.05"), 3))
for bad in ("abc", "1,5", "", "--1"):
    try:
        Decimal(bad)
    except InvalidOperation as e:
        print("bad", bad, e)
with localcontext() as ctx:
    ctx.prec = 30
    ctx.rounding = decimal.ROUND_DOWN
    print(Decimal(2).sqrt(), Decimal(1).exp())
print(
    sum([Fraction(1, n) for n in range(1, 11)]),
    float(Fraction("0.125")),
    Fraction(3.14159).limit_denominator(100),
    Fraction("1/3") + Decimal("0").is_zero(),
    f"{Fraction(22, 7):.4f} {Fraction(1, 3):>10.2%}",
)


def human(n, unit="B"):
    for p in ("", "K", "M", "G"):
        if abs(n) < 1024:
            return f"{n:3.1f}{p}{unit}"
        n /= 1024
    return f"{n:.1f}T{unit}"


print(*map(human, (0, 1023, 1024, 1536, 10**7, 5 * 1024**3, 2**50)))
ROMAN = dict(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split())
)


def roman(n):
    out = ""
    for v, s in ROMAN.items():
        k, n = divmod(n, v)
        out += s * k
    return out


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])


def hexdump(data, w=16):
    for o in range(0, len(data), w):
        c = data[o : o + w]
        yield f"{o:08x}  {c[:8].hex(' '):<23}  {c[8:].hex(' '):<23}  |{''.join(chr(b) if 32 <= b < 127 else '.' for b in c):<16}|"


print(*hexdump(bytes(range(40)) + "héllo wörld ✓".encode() + b"\x00\xff"), sep="\n")
print(
    *(
        f"{i:>2} {i:04b} {i ^ (i >> 1):04b} {i.bit_count()} {~i & 0xF:04b} {i << 2:>3} {-i:>4b}"
        for i in range(8)
    ),
    sep="\n",
)
print(
    int("1010", 2),
    int("ff", 16),
    int("z", 36),
    0b101 | 0o17 ^ 0xF,
    (1 << 10) - 1,
    bin(-5 & 0xFF),
    f"{5:08b}"[::-1],
    (255).to_bytes(2, "little"),
    int.from_bytes(b"\x01\x00", "big"),
    (-5) >> 1,
    -5 // 2,
    7 & -7,
    (3).__and__(2),
)
