"""Cycles that nobody finds, who hears of the end of what is referred to weakly, and which of two operands goes first."""
import gc
import weakref


def told(what, ask):
    try:
        print(f"{what}: {ask()}")
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}")


async def forgotten():
    pass


def in_lists():
    cycle = [forgotten()]
    cycle[0].close()
    cycle.append(cycle)
    del cycle
    return gc.collect() > 0


def of_a_class():
    class Short:
        pass
    heard = []
    reference = weakref.ref(Short, lambda _: heard.append("gone"))
    del Short
    gc.collect()
    return heard, reference() is None


class Told:
    def __init__(self, name, heard):
        self.name, self.heard = name, heard

    def __del__(self):
        self.heard.append(self.name)


def operands():
    heard = []
    Told("left", heard) == Told("right", heard)
    return heard


told("a cycle of lists", in_lists)
told("the end of a class", of_a_class)
told("all objects", lambda: len(gc.get_objects()) > 100)
told("two operands that die together", operands)
