"""The logger that asyncio writes to."""

from logging import getLogger

logger = getLogger('asyncio')
