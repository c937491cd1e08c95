"""Other programs: there are none, and whoever starts one is told so."""

from .refusals import coroutine_function

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE, STDOUT, DEVNULL = -1, -2, -3

create_subprocess_exec = coroutine_function('create_subprocess_exec', 'program', 'asyncio.create_subprocess_exec')
create_subprocess_shell = coroutine_function('create_subprocess_shell', 'program', 'asyncio.create_subprocess_shell')
