# The collector of cycles.

from _gc import collect_cycles as _collect_cycles, referrers as _referrers

garbage, callbacks = [], []


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    return _collect_cycles()


_enabled, _thresholds = True, (2000, 10, 0)


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    global _thresholds
    _thresholds = (threshold0, threshold1, threshold2)


def get_count():
    return (0, 0, 0)


def is_tracked(obj, /):
    return not isinstance(obj, (int, float, complex, str, bytes, type(None), type(...)))


def is_finalized(obj, /):
    return False


def freeze():
    pass


unfreeze = freeze


def get_freeze_count():
    return 0


def get_referrers(*objs):
    return _referrers(objs)


def get_objects(generation=None):
    return []


def get_stats():
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]
