"""A sequence can be repeated at most so many times as an index can count, an empty one, too."""

OFTEN = 10 ** 20


class Often:
    def __index__(self):
        return OFTEN


for sequence in ("a", b"a", [1], (1,), bytearray(b"a"), "", b"", [], ()):
    for times in (OFTEN, -OFTEN, Often()):
        try:
            print(sequence * times)
        except OverflowError as error:
            print(type(sequence).__name__, len(sequence), error)
    try:
        print(OFTEN * sequence)
    except OverflowError as error:
        print(type(sequence).__name__, len(sequence), error)

items = []
try:
    items *= OFTEN
except OverflowError as error:
    print(error)
print(items, [] * 1_000_000, "" * 1_000_000, () * -5)
