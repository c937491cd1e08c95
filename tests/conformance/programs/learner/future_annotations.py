# With the future import annotations stay text, so that a class may name itself.
from __future__ import annotations

import __future__
import asyncio
from contextvars import ContextVar, Token
from dataclasses import dataclass, fields


@dataclass
class Node:
    value: int
    children: list[Node] | None = None

    async def total(self: Node) -> int:
        await asyncio.sleep(0)
        return self.value + sum([await child.total() for child in self.children or []])


async def main(tree: Node, unknown: NoSuchName = None) -> None:
    print(await tree.total())
    print(main.__annotations__, [field.type for field in fields(Node)])
    print(__future__.annotations, __future__.division.getMandatoryRelease(), len(__future__.all_feature_names))
    variable = ContextVar("variable")
    token = variable.set(1)
    print(token.old_value, token.old_value is Token.MISSING, type(token.old_value))


asyncio.run(main(Node(1, [Node(2), Node(3, [Node(4)])])))
