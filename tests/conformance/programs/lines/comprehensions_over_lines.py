"""Comprehensions over several lines: their filters' truth, what follows them on the iterable's line, loops that jump back."""


class Flag:
    def __init__(self, value): self.value = value
    def __bool__(self):
        return self.value > 1
    def __repr__(self): return f"Flag({self.value})"


flags = [Flag(n) for n in range(4)]


def filtered():
    return [
        flag.value
        for flag in flags
        if flag
    ]


def filtered_twice():
    return {
        flag: other.value
        for flag in flags
        if flag
        for other in flags
        if other
        and flag
    }


def followed():
    return [[flag
             for flag in
             flags], len(
        flags
    )]


def joined():
    return ({flag.value
             for flag in
             flags}).union(range(
        2
    ))


def looped():
    total = 0
    for value in [flag.value
                  for flag in
                  flags]:
        total += value
    for row in [
        [other.value + flag.value for other in
         flags] for flag in flags
        if flag
    ]:
        total += len(row)
    return total


def denied(flag=(not
                 1)):
    return (not
            "text") or (
        flag
    )


def never():
    return list(
        other for flag in sorted(flags, key=
                                 lambda flag: -flag.value) if "" for other in
        flags
    )


def never_within():
    return sum(flag.value for flag in flags for other in
               flags if
               False)


print(filtered())
print(list(filtered_twice().values()))
print(looped(), denied(), followed(), joined(), never(), never_within())
