try:
    import nothing_like_this
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from math import nothing
except ImportError as error:
    print(error.name, str(error).split("(")[0])
import asynci
