"""Records of asyncio's logger name the functions of asyncio that log: module, function and line; the script's own name the script's."""
import asyncio
import logging
import time


class Show(logging.Handler):
    def emit(self, record):
        error = record.exc_info and type(record.exc_info[1]).__name__
        text = record.getMessage().split("\n")[0].split(" <")[0]
        print(record.levelname, record.name, record.module, record.filename, record.funcName, record.lineno, error, text)


logging.getLogger().addHandler(Show())
logging.getLogger("asyncio").setLevel(logging.DEBUG)
log = logging.getLogger("script")


async def bad():
    raise ValueError("x")


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.1
    task = asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    del task
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand"})
    log.error("by the script")
    loop.set_exception_handler(lambda loop, context: {}["k"])
    loop.call_exception_handler({"message": "to a handler that fails"})
    time.sleep(0.2)
    await asyncio.sleep(0)
    log.warning("after a slow step")


asyncio.run(main(), debug=True)


async def overridden():
    loop = asyncio.get_running_loop()

    def fails(context):
        raise LookupError(context["message"])

    loop.default_exception_handler = fails
    loop.call_exception_handler({"message": "to a default handler that fails"})
    loop.set_exception_handler(lambda loop, context: 1 / 0)
    loop.call_exception_handler({"message": "to two handlers that fail"})
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    del loop.default_exception_handler
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "not shown"})
    log.warning("the next record is the script's again")


asyncio.run(overridden())
