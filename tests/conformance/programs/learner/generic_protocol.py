# A protocol with a type parameter, an implementation of it, and a service that only knows the protocol.
import asyncio
from typing import Generic, Protocol, TypeVar, runtime_checkable

Item = TypeVar("Item")
Key = TypeVar("Key", contravariant=True)


@runtime_checkable
class Store(Protocol[Key, Item]):
    async def fetch(self, key: Key) -> Item: ...


class Memory(Generic[Item]):
    def __init__(self, items: dict[str, Item]) -> None:
        self.items = items

    async def fetch(self, key: str) -> Item:
        await asyncio.sleep(0.1)
        return self.items[key]


class Service:
    def __init__(self, store: Store[str, int]) -> None:
        self.store = store

    async def total(self, *keys: str) -> int:
        return sum(await asyncio.gather(*map(self.store.fetch, keys)))


async def main():
    memory = Memory[int]({"a": 1, "b": 2})
    print(await Service(memory).total("a", "b", "a"))
    print(isinstance(memory, Store), isinstance([], Store), Store[str, int], Store.__parameters__)
    print(Memory[int], Memory.__orig_bases__, [base.__name__ for base in Store.__mro__])
    for wrong in (lambda: Protocol[int], lambda: Store[int], lambda: Store()):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
