"""Numbers that asyncio goes by."""

DEBUG_STACK_DEPTH = 10
THREAD_JOIN_TIMEOUT = 300
