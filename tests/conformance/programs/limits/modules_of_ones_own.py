"""A file that a script has written is no module."""


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


def written():
    with open("written_helper.py", "w") as file:
        file.write("answer = 42\n")
    return __import__("written_helper").answer


told("a module that was written", written)
