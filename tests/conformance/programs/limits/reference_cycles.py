"""Cycles that nobody finds, and who hears of the end of what is referred to weakly."""
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


told("a cycle of lists", in_lists)
told("the end of a class", of_a_class)
told("all objects", lambda: len(gc.get_objects()) > 100)
