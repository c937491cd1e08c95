# PEP 479: StopIteration that leaves a generator becomes RuntimeError.
def takes(iterator):
    while True:
        yield next(iterator)


try:
    print(list(takes(iter([1, 2]))))
except RuntimeError as error:
    print(error, repr(error.__cause__))


def ignores_close():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("no")


g = ignores_close()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
