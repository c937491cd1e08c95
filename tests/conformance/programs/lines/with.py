class Manager:
    def __init__(self, swallow=False):
        self.swallow = swallow

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return self.swallow


with Manager() as m:
    pass
with (
    Manager() as a,
    Manager(True) as b,
):
    raise ValueError(
        "x"
    )


def function():
    with Manager():
        return 1


def loop():
    for i in range(2):
        with Manager():
            if i:
                break
            continue


function()
loop()
try:
    with Manager() as m:
        m.missing
except AttributeError:
    pass
