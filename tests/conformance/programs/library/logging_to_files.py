"""Logs written to files: handlers, `basicConfig`, modes, delays, rotation; and asyncio code that reads and writes."""
import asyncio
import logging
import logging.handlers
import os
from pathlib import Path

logging.basicConfig(filename="app.log", filemode="w", level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
logging.info("begun")
log = logging.getLogger("app")
log.debug("not shown")
log.warning("careful %d", 5)
handler = logging.FileHandler("errors.log", delay=True, encoding="utf-8")
handler.setLevel(logging.ERROR)
log.addHandler(handler)
print(os.path.exists("errors.log"), os.path.basename(handler.baseFilename), handler.mode)
log.error("wröng")
print(os.path.exists("errors.log"), Path("errors.log").read_text(), Path("app.log").read_text().splitlines())
handler.close()
log.removeHandler(handler)
rotating = logging.handlers.RotatingFileHandler("rot.log", maxBytes=60, backupCount=2)
rotating.setFormatter(logging.Formatter("%(message)s"))
log.addHandler(rotating)
log.propagate = False
for number in range(8):
    log.info("message number %d .........", number)
print(sorted(name for name in os.listdir() if name.startswith("rot")))
for name in ("rot.log", "rot.log.1", "rot.log.2"):
    print(name, Path(name).read_text().splitlines())
logging.basicConfig(filename="second.log", force=True, format="%(message)s")
logging.warning("second file")
print(Path("second.log").read_text())


async def save(name, text):
    await asyncio.to_thread(Path(name).write_text, text)
    await asyncio.sleep(0.1)
    return await asyncio.to_thread(lambda: Path(name).read_text().upper())


async def main():
    print(await asyncio.gather(*(save(f"f{number}.txt", f"text {number}") for number in range(3))))
    try:
        await asyncio.to_thread(open, "none.txt")
    except FileNotFoundError as error:
        print(type(error).__name__, error.filename)


asyncio.run(main())
