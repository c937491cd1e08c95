import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app.part")
log.debug("hidden")
log.info("shown %s %d", "x", 3)
log.warning("careful")
try:
    1 / 0
except ZeroDivisionError:
    log.error("failed", exc_info=False)
log.setLevel(logging.ERROR)
log.warning("hidden too")
logging.getLogger("other").critical("last")
print(log.level, log.isEnabledFor(logging.INFO), logging.getLevelName(30))
