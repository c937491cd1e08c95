import threading

print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
print(threading.get_ident() == threading.main_thread().ident, len(threading.enumerate()))
lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(blocking=False))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
with lock:
    print(lock.locked())
reentrant = threading.RLock()
with reentrant:
    with reentrant:
        print("twice")
try:
    reentrant.release()
except RuntimeError as error:
    print(error)
event = threading.Event()
print(event.is_set())
event.set()
print(event.is_set(), event.wait())
semaphore = threading.BoundedSemaphore(2)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False))
semaphore.release(2)
try:
    semaphore.release()
except ValueError as error:
    print(error)
own = threading.local()
own.value = 3
print(own.value, hasattr(own, "other"))
thread = threading.Thread(target=print, args=("x",), daemon=True)
print(thread.name, thread.daemon, thread.is_alive(), thread.ident, thread)
try:
    thread.join()
except RuntimeError as error:
    print(error)
condition = threading.Condition()
try:
    condition.notify()
except RuntimeError as error:
    print(error)
with condition:
    print(condition.wait_for(lambda: True))
