# The lines of the script.

from _build import source_lines as _source_lines

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

cache = {}


def getlines(filename, module_globals=None):
    return _source_lines(filename)


def getline(filename, lineno, module_globals=None):
    lines = _source_lines(filename)
    return lines[lineno - 1] if 0 < lineno <= len(lines) else ''


def updatecache(filename, module_globals=None):
    return _source_lines(filename)


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False


def clearcache():
    pass
