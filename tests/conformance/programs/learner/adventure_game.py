# A text adventure: rooms, items and commands by pattern matching.
from __future__ import annotations
import textwrap
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable


class Direction(Enum):
    NORTH = auto()
    SOUTH = auto()
    EAST = auto()
    WEST = auto()

    @property
    def opposite(self) -> Direction:
        pairs = {Direction.NORTH: Direction.SOUTH, Direction.EAST: Direction.WEST}
        pairs |= {v: k for k, v in pairs.items()}
        return pairs[self]

    @classmethod
    def parse(cls, text: str) -> "Direction":
        try:
            return cls[text.upper()]
        except KeyError as e:
            raise ValueError(f"unknown direction {text!r}") from e


@dataclass
class Item:
    name: str
    weight: float = 1.0
    on_use: Callable[[Player], str] | None = field(default=None, repr=False, compare=False)


@dataclass
class Room:
    name: str
    description: str
    items: list[Item] = field(default_factory=list)
    exits: dict[Direction, Room] = field(default_factory=dict, repr=False)

    def connect(self, direction: Direction, other: Room) -> None:
        self.exits[direction] = other
        other.exits[direction.opposite] = self

    def look(self) -> str:
        lines = [self.name, "=" * len(self.name), *textwrap.wrap(self.description, width=46)]
        if self.items:
            lines.append("You see: " + ", ".join(sorted(i.name for i in self.items)))
        lines.append("Exits: " + "/".join(d.name.lower() for d in self.exits))
        return "\n".join(lines)


class GameError(Exception): ...


class TooHeavy(GameError):
    def __init__(self, item, limit):
        super().__init__(f"{item.name} weighs {item.weight:g}, limit is {limit:g}")
        self.item = item


@dataclass
class Player:
    room: Room
    bag: dict[str, Item] = field(default_factory=dict)
    limit: float = 5
    moves: int = 0

    def go(self, where):
        d = Direction.parse(where)
        match self.room.exits.get(d):
            case None:
                return "You bump into a wall."
            case Room(name=n) as room:
                self.room = room
                self.moves += 1
                return f"You walk {d.name.lower()} to the {n}."

    def take(self, name):
        for item in self.room.items:
            if item.name == name:
                break
        else:
            raise GameError(f"no {name} here")
        if sum(i.weight for i in self.bag.values()) + item.weight > self.limit:
            raise TooHeavy(item, self.limit)
        self.room.items.remove(item)
        self.bag[name] = item
        return f"Taken: {item}"

    def use(self, name):
        try:
            item = self.bag[name]
        except KeyError:
            raise GameError(f"you have no {name}") from None
        return item.on_use(self) if item.on_use else "Nothing happens."

    def inventory(self):
        return "\n".join(f"  {n:<10}{i.weight:>6.2f} kg" for n, i in self.bag.items()) or "  (empty)"


hall = Room(
    "Hall",
    "A long, dusty hall with portraits of people who never smiled, and a carpet that has seen better centuries.",
)
kitchen = Room(
    "Kitchen",
    "Pots, pans and a smell of thyme.",
    [Item("lamp", 1.5, lambda p: f"Light falls on {p.room.name}."), Item("anvil", 50), Item("spoon", 0.1)],
)
cellar = Room("Cellar", "Dark.")
hall.connect(Direction.NORTH, kitchen)
kitchen.connect(Direction.EAST, cellar)

player = Player(hall)
script = """look
go north
look
take lamp
take anvil
take sword
inventory
go up
use lamp
use spoon
go east
go east
dance
quit
go west"""
for number, command in enumerate(script.splitlines(), 1):
    verb, *rest = command.split()
    try:
        match [verb, *rest]:
            case ["look"]:
                print(player.room.look())
            case ["go", where]:
                print(player.go(where))
            case ["take" | "get", *name] if name:
                print(player.take(" ".join(name)))
            case ["use", name]:
                print(player.use(name))
            case ["inventory" | "inv" | "i"]:
                print(player.inventory())
            case ["quit"]:
                break
            case _:
                raise GameError(f"I don't know how to {command!r}")
    except TooHeavy as e:
        print(f"{number:02d} !", e, e.item)
    except (GameError, ValueError) as e:
        print(f"{number:02d} ?", e, "|", repr(e.__cause__))
print(
    f"Score after {player.moves} move{'s' * (player.moves != 1)}: {sum(map(lambda i: int(i.weight * 10), player.bag.values()))}"
)
print(player)
