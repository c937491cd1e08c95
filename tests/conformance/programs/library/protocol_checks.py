# Checks against protocols: what counts as having a member, and which checks are refused.
from collections.abc import Sized
from typing import Generic, Protocol, SupportsInt, TypeVar, runtime_checkable

T = TypeVar("T")


def tell(text):
    try:
        print(text, "->", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


@runtime_checkable
class Named(Protocol):
    name: str


@runtime_checkable
class NamedClosable(Closable, Named, Protocol):
    pass


class Plain(Protocol):
    def run(self): ...


class File:
    name = "file"

    def close(self):
        pass


class Blocked:
    close = None


class Unnamed:
    name = None


class Costly:
    @property
    def name(self):
        raise RuntimeError("must not be asked")


class Registered:
    pass


class Runs(Plain):
    pass


Closable.register(Registered)
for text in (
    "isinstance(File(), Closable)", "issubclass(File, Closable)", "isinstance(Blocked(), Closable)",
    "issubclass(Blocked, Closable)", "isinstance(Unnamed(), Named)", "isinstance(Costly(), Named)", "isinstance(3, Named)",
    "issubclass(File, Named)", "isinstance(File(), NamedClosable)", "issubclass(File, NamedClosable)",
    "isinstance(Registered(), Closable)", "isinstance(File(), Plain)", "issubclass(File, Plain)", "issubclass(3, Closable)",
    "issubclass(Closable, Protocol)", "isinstance(File(), Protocol)", "isinstance(3, SupportsInt)", "isinstance('3', SupportsInt)",
    "issubclass(int, SupportsInt)", "Closable()", "Runs().run()", "Generic[T, T]", "Generic[int]",
):
    tell(text)
try:
    class Mixed(File, Protocol):
        pass
except TypeError as error:
    print(error)


@runtime_checkable
class SizedNamed(Sized, Protocol):
    def rename(self, name): ...


class Box(list):
    def rename(self, name):
        pass


print(isinstance(Box(), SizedNamed), isinstance([], SizedNamed))
try:
    runtime_checkable(File)
except TypeError as error:
    print(error)
