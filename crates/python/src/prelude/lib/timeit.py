# How long code takes, by the run's own clock: lines of the script cost what the settings say.

import gc
import itertools
import sys
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        for what, given in (('stmt', stmt), ('setup', setup)):
            if not isinstance(given, str) and not callable(given):
                raise ValueError(f'{what} is neither a string nor callable')
        self.timer = timer
        from _build import caller_globals
        self._globals = caller_globals() if globals is None and callable(stmt) else dict(globals or {})
        self._stmt, self._setup = stmt, setup

    def timeit(self, number=default_number):
        names = self._globals
        if isinstance(self._setup, str):
            exec(self._setup, names)
        else:
            self._setup()
        if isinstance(self._stmt, str):
            code = compile(self._stmt, '<timeit-src>', 'exec')
            started = self.timer()
            for _ in range(number):
                exec(code, names)
        else:
            function = self._stmt
            started = self.timer()
            for _ in range(number):
                function()
        return self.timer() - started

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        number = 1
        while True:
            for factor in (1, 2, 5):
                taken = self.timeit(number * factor)
                if callback is not None:
                    callback(number * factor, taken)
                if taken >= 0.2 or number >= 10 ** 6:
                    return number * factor, taken
            number *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
