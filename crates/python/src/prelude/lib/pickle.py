# Objects as bytes cannot be had here: the format is bound to files and other processes, of which there are none.

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'dump', 'dumps', 'load', 'loads']

HIGHEST_PROTOCOL = DEFAULT_PROTOCOL = 5


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def _refuse(*args, **kwargs):
    raise NotImplementedError('Loopglass does not pickle; use json for data and copy.deepcopy() for copies')


dump = dumps = load = loads = _refuse
