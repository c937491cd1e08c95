# Where memory was allocated is not noted here; the functions answer as if tracing had never begun.


def start(nframe=1):
    raise NotImplementedError('Loopglass does not trace memory; sys.getsizeof() tells the size of one object')


def stop():
    pass


def is_tracing():
    return False


def get_object_traceback(obj):
    return None


def get_traced_memory():
    return 0, 0


def clear_traces():
    pass


def take_snapshot():
    raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
