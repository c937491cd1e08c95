"""`throw` of what `asend`, `athrow` and `aclose` give: a GeneratorExit is raised there, not handed on as a `close`."""


def told(method, *args):
    try:
        return f"gives {method(*args)!r}"
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("  left")


for make in (lambda g: g.aclose(), lambda g: g.asend(None), lambda g: g.athrow(KeyError("k"))):
    for error in (GeneratorExit, ValueError("v"), StopAsyncIteration):
        for started in (False, True):
            stream = numbers()
            if started:
                told(stream.asend(None).send, None)
            step = make(stream)
            print(told(step.throw, error), "|", told(step.throw, error), "|", told(step.close))
