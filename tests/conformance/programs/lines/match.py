def check(value):
    match value:
        case 1:
            return "one"
        case [
            x,
            y,
        ]:
            return x
        case {"k": v} if v > 1:
            return v
        case str():
            pass
        case _:
            return None
    return "text"


check(1)
check([1, 2])
check({"k": 2})
check({"k": 0})
check("x")
match 5:
    case 6:
        pass
