import threading
import time


def work(name, delay, times):
    for turn in range(times):
        time.sleep(delay)
        print(f"{time.monotonic() - start:.1f} {name} {turn}")


start = time.monotonic()
threads = [threading.Thread(target=work, args=args) for args in (("a", 0.2, 3), ("b", 0.3, 1), ("c", 0.5, 1))]
for thread in threads:
    thread.start()
print("started", [thread.is_alive() for thread in threads], threading.active_count())
time.sleep(0.45)
print("main has slept")
for thread in threads:
    thread.join()
print("joined", [thread.is_alive() for thread in threads], threading.active_count())
