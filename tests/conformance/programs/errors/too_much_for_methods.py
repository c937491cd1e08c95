"""Methods of numbers and strings that are given what they do not take."""
CALLS = (
    lambda: (5).bit_length(1),
    lambda: (5).bit_count(n=1),
    lambda: (5).as_integer_ratio(1, 2),
    lambda: (5).is_integer(1),
    lambda: (1.5).is_integer(1),
    lambda: (1.5).hex(upper=True),
    lambda: (0.5).as_integer_ratio(10),
    lambda: (1j).conjugate(1),
    lambda: "title".center(width=20),
    lambda: "title".ljust(20, "-", "-"),
    lambda: "title".find(sub="t"),
    lambda: "title".startswith(prefix="t"),
    lambda: "title".strip(chars="t"),
    lambda: "title".count(),
    lambda: "title".upper(1),
    lambda: "title".lower(x=1),
)
for call in CALLS:
    try:
        print(call())
    except TypeError as e:
        print(e)
print((5).bit_length(), (1.5).hex(), (2.0).is_integer(), (3 - 1j).conjugate(), "t".center(5, "*"))
