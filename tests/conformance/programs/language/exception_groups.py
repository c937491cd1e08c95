def fail(kinds):
    raise ExceptionGroup("several", [kind(i) for i, kind in enumerate(kinds)])


for kinds in ([ValueError, TypeError], [ValueError, OSError, KeyError], [OSError]):
    try:
        try:
            fail(kinds)
        except* (ValueError, TypeError) as group:
            print("values", group, group.exceptions)
        except* KeyError as group:
            print("keys", group.exceptions)
        else:
            print("never")
        finally:
            print("finally")
    except ExceptionGroup as rest:
        print("rest", repr(rest))
try:
    raise ValueError("single")
except* ValueError as group:
    print(repr(group))
nested = ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [TypeError(2), ValueError(3)])])
print(nested.subgroup(ValueError), repr(nested.split(TypeError)))
print(repr(nested.derive([OSError()])))
for arguments in (("empty", []), ("wrong", [1]), ()):
    try:
        ExceptionGroup(*arguments)
    except (TypeError, ValueError) as error:
        print(error)
