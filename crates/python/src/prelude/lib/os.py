# What of the operating system needs no real one.

name = 'posix'
sep, linesep, pathsep, curdir = '/', '\n', ':', '.'
environ = {}


def getenv(key, default=None):
    return environ.get(key, default)


def getpid():
    return 42


def getppid():
    return 1


def cpu_count():
    return 4


process_cpu_count = cpu_count


def getcwd():
    raise OSError('Loopglass has no files')


listdir = mkdir = remove = makedirs = getcwd


def urandom(size, /):
    from random import randbytes
    return randbytes(size)
