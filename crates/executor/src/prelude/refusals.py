"""What needs a real operating system, said plainly: who calls it learns what to use instead."""

_REASONS = {
    'tls': ('TLS', 'connect without ssl'),
    'program': ('other programs', 'use asyncio.sleep() to stand for the waiting'),
    'file': ('files of the operating system', 'use asyncio.Event or loop.call_later() to stand for what becomes ready'),
}

TLS = ('start_tls',)
FILES = ('sendfile', 'sock_sendfile')
PROGRAMS = ('subprocess_exec', 'subprocess_shell')
PIPES = ('connect_read_pipe', 'connect_write_pipe')


def error(name, reason):
    """The exception that says so."""
    what, instead = _REASONS[reason]
    return NotImplementedError(f'{name}() needs {what}, and Loopglass has none; {instead}')


def coroutine_function(name, reason, label=None):
    """A coroutine function that only says so."""

    async def refuse(*args, **kwargs):
        raise error(label or name, reason)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


def function(name, reason, label=None):
    """A function that only says so."""

    def refuse(*args, **kwargs):
        raise error(label or name, reason)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


def fill_loop(loop_class):
    """Gives a loop class the methods that it cannot have."""
    for names, reason in ((TLS, 'tls'), (FILES, 'file'), (PROGRAMS, 'program'), (PIPES, 'file')):
        for name in names:
            setattr(loop_class, name, coroutine_function(name, reason, f'loop.{name}'))
