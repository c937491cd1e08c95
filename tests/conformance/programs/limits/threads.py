"""Other processes."""


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


told("multiprocessing", lambda: __import__("multiprocessing").__name__)
