# The collector of cycles, which has nothing to do here.

garbage = []


def collect(generation=2):
    return 0


def enable():
    pass


def disable():
    pass


def isenabled():
    return True


def get_objects(generation=None):
    return []
