def target(a, b=2, *args, **kwargs):
    return a


def default():
    return 7


result = target(
    target(1),
    b=target(
        2,
    ),
    c=default(),
)
chain = (
    "text"
    .upper()
    .lower()
)
value = target(
    [n for n in range(2)],
    {
        "a": default(),
        "b":
            default(),
    },
)
print(
    "a",
    "b"
)
print(target(1)
      + target(2)
      + default())
