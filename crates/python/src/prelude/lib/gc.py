# The collector of cycles.

from _gc import collect_cycles as _collect_cycles

garbage = []


def collect(generation=2):
    return _collect_cycles()


def enable():
    pass


def disable():
    pass


def isenabled():
    return True


def get_objects(generation=None):
    return []
