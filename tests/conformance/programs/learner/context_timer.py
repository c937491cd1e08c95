import time
from contextlib import contextmanager


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.start


@contextmanager
def timed(label):
    start = time.perf_counter()
    try:
        yield
    finally:
        print(f"{label}: {time.perf_counter() - start:.3f}s")


with Timer() as t:
    time.sleep(0.25)
print(f"{t.elapsed:.2f}")
with timed("outer"):
    with timed("inner"):
        time.sleep(0.1)
    time.sleep(0.2)
try:
    with timed("failing"):
        raise ValueError("oops")
except ValueError as error:
    print("error:", error)
