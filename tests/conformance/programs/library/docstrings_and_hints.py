"""Docstrings that are inherited or made, hints within hints, and code that cannot be pickled."""
import inspect
import pickle
import typing
from dataclasses import KW_ONLY, dataclass, field


class Base:
    """The base."""

    def greet(self):
        """Say
            hello.
        """

    @property
    def name(self):
        """The name."""


class Child(Base):
    def greet(self):
        pass

    @property
    def name(self):
        pass


class Third(Child):
    def greet(self):
        """Own words."""


for what in (Base, Child, Child.greet, Child().greet, Child.name, Third.greet, Third, inspect.getdoc):
    text = inspect.getdoc(what)
    print(repr(text) if what is not inspect.getdoc else type(text).__name__ in ("str", "NoneType"))
print(Child.__doc__, inspect.getdoc(lambda: 0))


@dataclass
class Settings:
    host: str
    port: int = field(default=80, kw_only=True)
    _: KW_ONLY
    names: "list[Settings]" = field(default_factory=list)


def load(path: str, *, other: "Settings | None" = None, many: list["Settings"], deep: dict[str, tuple["Base", ...]],
         said: typing.Annotated[int, "Base"], one: typing.Literal["Base"]) -> typing.Optional["Child"]:
    pass


print(Settings.__doc__)
for name, hint in typing.get_type_hints(load).items():
    print(name, hint)
print(typing.get_type_hints(load, include_extras=True)["said"], typing.get_type_hints(Settings)["names"])
try:
    pickle.dumps(load.__code__)
except TypeError as error:
    print(error)
