def attempt(fail):
    try:
        if fail:
            raise ValueError(
                "x"
            )
    except KeyError:
        print("never")
    except (
        ValueError,
        TypeError,
    ) as error:
        print("caught")
    else:
        print("else")
    finally:
        print("finally")
    return 1


attempt(True)
attempt(False)


def returns():
    try:
        return 1
    finally:
        print("on the way out")


returns()


def nested():
    try:
        try:
            1 / 0
        finally:
            x = 1
    except ZeroDivisionError:
        x = 2
    try:
        x = 3
    except Exception:
        pass


nested()


def loop():
    for i in range(2):
        try:
            continue
        finally:
            print(i)


loop()
try:
    raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except* ValueError:
    print("v")
except* KeyError as group:
    print("k")
