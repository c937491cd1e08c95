def order(fail):
    try:
        print("try")
        if fail:
            raise ValueError(fail)
    except ValueError as error:
        print("except", error)
        return "from except"
    else:
        print("else")
        return "from else"
    finally:
        print("finally")


print(order(False), order(True))


def overriding():
    for i in range(3):
        try:
            continue
        finally:
            print("loop finally", i)
    try:
        return "try"
    finally:
        print("before leaving")


print(overriding())


def nested():
    try:
        try:
            1 / 0
        finally:
            print("inner finally")
    except ZeroDivisionError:
        print("outer except")
        try:
            raise
        except ArithmeticError as error:
            print(repr(error))


nested()
try:
    error
except NameError as e:
    print(e)
while True:
    try:
        break
    finally:
        print("break's finally")
