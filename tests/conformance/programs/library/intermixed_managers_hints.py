"""Options among positional arguments by `parse_intermixed_args`, loggers by their manager, and how data classes show hints."""
import argparse
import collections.abc
import contextlib
import dataclasses
import io
import logging
import pathlib
import typing

parser = argparse.ArgumentParser(prog="copy")
parser.add_argument("--depth", type=int, default=1)
parser.add_argument("--to", required=True)
parser.add_argument("source")
parser.add_argument("more", nargs="*", type=int)


def read(words):
    try:
        with contextlib.redirect_stderr(io.StringIO()) as told:
            print(words, "->", parser.parse_intermixed_args(words.split()))
    except SystemExit as end:
        print(words, "->", end.code, told.getvalue().splitlines()[-1])


for words in ("a --to b", "a 1 --to b 2 --depth 3 4", "--to b", "a 1", "a --to b x", "a --to b --far", "--to b a 1 2"):
    read(words)
print(parser.parse_known_intermixed_args("a --to b 1 --far 2".split()))
parser.add_argument("rest", nargs=argparse.REMAINDER)
try:
    parser.parse_intermixed_args([])
except TypeError as error:
    print(error)

logging.getLogger("app.db")
manager = logging.Logger.manager
print(manager is logging.root.manager, "app.db" in manager.loggerDict, "other" in manager.loggerDict)
print(manager.loggerDict["app.db"], manager.getLogger("app.db").parent)

Pair = dataclasses.make_dataclass("Pair", ["left", ("right", int, 5)], frozen=True)
print(Pair(1), Pair.__doc__, Pair.__annotations__)


@dataclasses.dataclass
class Settings:
    value: typing.Any
    names: collections.abc.Sequence[typing.Any] = ()
    call: typing.Callable[[int], str] | None = None
    items: list[typing.Any] | None = None
    where: pathlib.Path | None = None
    kind: typing.Literal["a", "b"] = "a"


print(Settings.__doc__)
