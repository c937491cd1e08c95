"""Names of rare characters in patterns, and what a compiled pattern looks like."""
import contextlib
import io
import re


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


def shown():
    with contextlib.redirect_stdout(io.StringIO()) as text:
        re.compile("a", re.DEBUG)
    return text.getvalue() != ""


told("a rare character by its name", lambda: re.findall(r"\N{CUNEIFORM SIGN A}", "a b"))
told("re.DEBUG shows something", shown)
