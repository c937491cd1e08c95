# Signals by number; none ever comes.

from enum import IntEnum as _IntEnum


class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGKILL = 9
    SIGUSR1 = 10
    SIGUSR2 = 12
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


for _one in list(Signals) + list(Handlers):
    globals()[_one.name] = _one
_set = {}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def signal(signalnum, handler, /):
    old = getsignal(signalnum)
    _set[signalnum] = handler
    return old


def getsignal(signalnum, /):
    return _set.get(signalnum, default_int_handler if signalnum == 2 else Handlers.SIG_DFL)
