"""Digests, tables and paths: what is not there, and what is another thing."""
import calendar
import hashlib
import html
import pathlib
import zlib


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


def parsed():
    import ast
    return type(ast.parse("1")).__name__


told("an entity", lambda: ascii(html.unescape("&nsubE;")))
told("names of months", lambda: type(calendar.month_name).__name__)
told("paths of Windows", lambda: pathlib.PureWindowsPath("C:/x").drive)
told("the syntax tree", parsed)
told("compressed", lambda: len(zlib.compress(b"")))
told("the class of a digest", lambda: type(hashlib.sha256()).__module__ == "_hashlib")
