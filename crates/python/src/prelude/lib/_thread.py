# What lies below `threading`, under its own names.

from threading import Lock as LockType, RLock, TIMEOUT_MAX, Thread as _Thread, get_ident, get_native_id, local as _local
from threading import excepthook as _excepthook, stack_size

allocate_lock = allocate = lock = LockType
error = RuntimeError


def start_new_thread(function, args, kwargs=None, /):
    thread = _Thread(target=function, args=args, kwargs=kwargs)
    thread.start()
    return thread.ident


start_new = start_new_thread


def exit():
    raise SystemExit


exit_thread = exit


def interrupt_main(signum=2, /):
    from signal import SIG_DFL, getsignal, raise_signal
    if getsignal(signum) != SIG_DFL:
        raise_signal(signum)
