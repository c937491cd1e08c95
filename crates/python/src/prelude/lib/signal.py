# Signals by number. None comes from outside: a script can only send one to itself, by `raise_signal` or `os.kill`.

from enum import IntEnum as _IntEnum
import sys as _sys

NSIG = 65
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2


class Signals(_IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGTTIN = 21
    SIGTTOU = 22
    SIGURG = 23
    SIGXCPU = 24
    SIGXFSZ = 25
    SIGVTALRM = 26
    SIGPROF = 27
    SIGWINCH = 28
    SIGIO = 29
    SIGSYS = 31


class Handlers(_IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


for _one in list(Signals) + list(Handlers):
    globals()[_one.name] = _one
_set = {}
_TEXTS = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 4: 'Illegal instruction', 6: 'Aborted',
          8: 'Floating point exception', 9: 'Killed', 10: 'User defined signal 1', 11: 'Segmentation fault',
          12: 'User defined signal 2', 13: 'Broken pipe', 14: 'Alarm clock', 15: 'Terminated', 17: 'Child exited',
          18: 'Continued', 19: 'Stopped (signal)', 20: 'Stopped'}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def _check(signalnum):
    if not 1 <= signalnum < NSIG:
        raise ValueError('signal number out of range')


def signal(signalnum, handler, /):
    _check(signalnum)
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if signalnum in (9, 19):
        raise OSError(22, 'Invalid argument')
    old = getsignal(signalnum)
    _set[int(signalnum)] = handler
    return old


def getsignal(signalnum, /):
    _check(signalnum)
    if signalnum in _set:
        handler = _set[signalnum]
        return handler if callable(handler) else Handlers(handler)
    if signalnum != 2:
        return Handlers.SIG_DFL
    # While asyncio.run() or a Runner runs, the signal cancels its task.
    runners = _sys.modules.get('asyncio.runners')
    return runners and runners._sigint_handler() or default_int_handler


def raise_signal(signalnum, /):
    _check(signalnum)
    handler = getsignal(signalnum)
    if callable(handler):
        handler(signalnum, _sys._getframe())
    elif handler == Handlers.SIG_DFL and signalnum not in (17, 18, 23, 28):
        raise NotImplementedError(f'{Signals(signalnum).name} without a handler would end the process; Loopglass has '
                                  'none to end: use sys.exit(), or set a handler with signal.signal()')


def strsignal(signalnum, /):
    _check(signalnum)
    return _TEXTS.get(signalnum, f'Unknown signal {signalnum}')


def valid_signals():
    known = {int(one): one for one in Signals}
    return {known.get(number, number) for number in range(1, NSIG) if number not in (32, 33)}


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


def siginterrupt(signalnum, flag, /):
    _check(signalnum)


def _nobody_sends(*args, **kwargs):
    raise NotImplementedError('no signal comes from outside; loop.call_later(seconds, signal.raise_signal, number) '
                              'stands for one that comes later')


alarm = setitimer = getitimer = pause = sigwait = sigtimedwait = pthread_kill = _nobody_sends
