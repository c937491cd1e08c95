numbers = [
    n * 2
    for n in range(3)
    if n
]
pairs = {
    a: b
    for a in range(2)
    for b in range(2)
}
generator = (
    n
    for n in range(2)
)
for n in generator:
    pass
one = [n for n in range(2)]
sum(n for n in range(2))


def function():
    return [
        (
            x,
            y,
        )
        for x in range(2)
        for y in [x]
    ]


function()
nested = [[y for y in range(x)] for x in range(2)]
