def raises():
    raise ValueError


def calls():
    raises()
    print("never")


def handles():
    try:
        calls()
    except ValueError:
        return 1


handles()


def reraises():
    try:
        calls()
    except ValueError as error:
        raise KeyError from error


try:
    reraises()
except KeyError:
    pass


def in_loop():
    for i in range(3):
        try:
            if i == 1:
                raises()
        except ValueError:
            continue
        print(i)


in_loop()


class Custom(Exception):
    def __init__(self, value):
        super().__init__(value)

    def __str__(self):
        return "custom"


try:
    raise Custom(1)
except Custom as e:
    print(e)
raise Custom(
    2
)
