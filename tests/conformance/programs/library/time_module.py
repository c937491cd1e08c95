import time

start = time.perf_counter()
print(time.time(), time.monotonic(), time.time_ns())
time.sleep(0.5)
print(round(time.perf_counter() - start, 6), time.monotonic_ns() > 500_000_000)
print(time.ctime(), time.localtime()[:6], time.tzname[0])
time.sleep(0)
for wrong in (-1, "1"):
    try:
        time.sleep(wrong)
    except (ValueError, TypeError) as error:
        print(error)
print(f"{time.perf_counter() - start:.7f}")
