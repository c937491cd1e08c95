"""How long `time.sleep` can be asked to sleep."""

import time

for seconds in (10**12, 10**10, 10**30, 9.3e9, 1e300, float("inf"), float("nan"), -1, -0.5):
    try:
        print(seconds, time.sleep(seconds))
    except (OverflowError, ValueError) as error:
        print(seconds, type(error).__name__, error)
print(time.sleep(0), time.sleep(True), time.sleep(0.25))
