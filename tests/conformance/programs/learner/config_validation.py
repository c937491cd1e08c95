"""A configuration loader: JSON, dataclasses, validators, merging, pretty printing."""
import copy
import dataclasses
import json
import os
import pprint
import re
import sys
from collections import ChainMap
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from enum import Enum, Flag, IntFlag, StrEnum, auto
from pathlib import PurePosixPath
from types import SimpleNamespace
from typing import Annotated, Literal, NamedTuple, TypedDict, get_args, get_origin, get_type_hints


class Level(StrEnum):
    DEBUG = auto()
    INFO = auto()
    ERROR = "err"


class Access(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    ALL = READ | WRITE | EXECUTE


@dataclass(order=True)
class Endpoint:
    host: str
    port: int = 8080
    _: KW_ONLY
    secure: bool = field(default=False, compare=False)
    tags: list[str] = field(default_factory=list, repr=False)

    def __post_init__(self):
        if not 0 < self.port < 65536:
            raise ValueError(f"port {self.port} out of range")


@dataclass
class Config:
    name: str
    level: Level = Level.INFO
    endpoints: list[Endpoint] = field(default_factory=list)
    limits: dict[str, int] = field(default_factory=dict)
    access: Access = Access.READ
    root: PurePosixPath = PurePosixPath("/")
    raw: InitVar[dict | None] = None
    checksum: int = field(init=False, default=0)

    def __post_init__(self, raw):
        if raw:
            self.checksum = sum(map(ord, json.dumps(raw, sort_keys=True))) % 997


class Options(TypedDict, total=False):
    retries: int
    mode: Literal["fast", "safe"]


class Missing(NamedTuple):
    path: str
    reason: str = "missing"


def build(cls, data, path="config"):
    if is_dataclass(cls):
        known = {f.name: f for f in fields(cls)}
        hints = get_type_hints(cls)
        problems = [Missing(f"{path}.{key}", "unknown") for key in data.keys() - known.keys()]
        if problems:
            raise ExceptionGroup(f"{len(problems)} problems", [KeyError(*p) for p in sorted(problems)])
        return cls(**{key: build(hints[key], value, f"{path}.{key}") for key, value in data.items()})
    origin, args = get_origin(cls), get_args(cls)
    if origin is list:
        return [build(args[0], item, f"{path}[{i}]") for i, item in enumerate(data)]
    if origin is dict:
        return {build(args[0], k, path): build(args[1], v, f"{path}[{k!r}]") for k, v in data.items()}
    if isinstance(cls, type) and issubclass(cls, Flag):
        return cls[data] if isinstance(data, str) else cls(data)
    if isinstance(cls, type) and not isinstance(data, cls):
        try:
            return cls(data)
        except (TypeError, ValueError) as error:
            raise TypeError(f"{path}: {data!r} is no {cls.__name__}") from error
    return data


TEXT = """
{
  "name": "demo",  "level": "debug",
  "endpoints": [{"host": "a.example", "port": "443", "secure": true, "tags": ["x", "y"]}, {"host": "b.example"}],
  "limits": {"cpu": 4, "mem": 2048}, "access": 5, "root": "/srv/data"
}
"""
data = json.loads(TEXT)
config = build(Config, data)
print(config)
pprint.pprint(asdict(config), width=60, sort_dicts=False)
print(astuple(config.endpoints[1]), config.endpoints[0] < config.endpoints[1], Access.READ in config.access, ~Access.WRITE, list(Access.ALL), Access(0), Access.READ | 2 if False else Access(6))
print(config.level, repr(config.level), config.level == "debug", f"{config.level:>8}|", Level("err").name, [*Level], config.root / "x" / "../y.txt", (config.root / "y.tar.gz").suffixes)
print(replace(config, name="other", raw={"a": 1}).checksum, config.checksum, dataclasses.fields(Endpoint)[3].repr, Endpoint.__match_args__)
for text in ('{"name": 5', '{"name": "x", "nme": 1, "lvl": 2}', '{"name": "x", "level": "loud"}', '{"name": "x", "endpoints": [{"host": "h", "port": "http"}]}', '{"name": "x", "endpoints": [{"host": "h", "port": 70000}]}', '{}', '[1,]', '{"a": NaN, "a": 2}', '"\\x"', "{'a': 1}", '{"a": 1} x', ''):
    try:
        print(build(Config, json.loads(text)))
    except* KeyError as group:
        print(group.message, [e.args for e in group.exceptions])
    except* Exception as group:
        for error in group.exceptions:
            print(type(error).__name__, error, "<-", repr(error.__cause__))
defaults = {"color": "red", "user": "guest", "deep": {"a": [1, 2]}}
chain = ChainMap({"user": "ann"}, os.environ if False else {}, defaults)
chain["new"] = 1
print(chain["user"], chain["color"], dict(chain) == {**defaults, "user": "ann", "new": 1}, len(chain.maps), list(chain), chain.parents["user"], chain)
deep, shallow = copy.deepcopy(defaults), copy.copy(defaults)
defaults["deep"]["a"].append(3)
print(deep["deep"], shallow["deep"], deep == shallow)


def merge(a: dict, b: dict) -> dict:
    return a | {k: merge(a[k], v) if isinstance(v, dict) and isinstance(a.get(k), dict) else v for k, v in b.items()}


print(merge({"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"b": 9, "e": {}}, "f": None}))
print(json.dumps({"b": [1, 2.5, None, True], "a": {"é": "\u2713\n"}, 3: (), None: 1.0}, indent=2, ensure_ascii=False, separators=(",", " = ")))
print(json.dumps({"z": 1e100, "y": float("inf"), "x": -0.0, True: 1}, sort_keys=False), json.dumps("é\u2028/\"\\\x7f\x01"), json.dumps([], indent=4), json.dumps({"a": {}}, indent="\t"))


class Encoder(json.JSONEncoder):
    def default(self, o):
        if dataclasses.is_dataclass(o):
            return {"$": type(o).__name__, **asdict(o)}
        if isinstance(o, (set, PurePosixPath)):
            return sorted(o) if isinstance(o, set) else str(o)
        return super().default(o)


print(json.dumps([Endpoint("h"), {3, 1}, config.root, config.level], cls=Encoder))
for bad in (object, {(1, 2): 3}, float("nan")):
    try:
        print(json.dumps(bad, cls=Encoder, allow_nan=False))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))
print(json.loads('{"$": "point", "x": 1}', object_hook=lambda d: SimpleNamespace(**{k.strip("$") or "kind": v for k, v in d.items()})), json.loads("[1, 2.0, 1e3]", parse_int=str, parse_float=lambda s: s + "!"), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
expand = re.compile(r"\$\{(\w+)(?::-([^}]*))?\}|\$(\w+)")
print(expand.sub(lambda m: {"HOME": "/users/me"}.get(m[1] or m[3], m[2] if m[2] is not None else m[0]), "${HOME}/x $HOME ${NOPE:-dflt} ${NOPE:-} $NOPE $5"))
print(get_type_hints(Options), Options(retries=1), Options.__total__, Options.__optional_keys__ == {"mode", "retries"}, get_args(Annotated[int, "meta"]), Missing("p"), Missing._make("ab"), sys.getsizeof is not None)
print(SimpleNamespace(a=1, b=[2]) == SimpleNamespace(b=[2], a=1), IntFlag("Bits", "A B C")(5), Enum("Shape", {"SQ": 4, "TRI": 3}).TRI)
