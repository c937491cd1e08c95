import queue
import threading
import time

items = queue.Queue(maxsize=2)


def consumer():
    while (item := items.get()) is not None:
        time.sleep(0.1)
        print("consumed", item)
        items.task_done()
    items.task_done()


thread = threading.Thread(target=consumer)
thread.start()
for number in range(4):
    items.put(number)
items.put(None)
items.join()
thread.join()

barrier = threading.Barrier(3, action=lambda: print("all are here"))
passed = []


def party(number):
    time.sleep(0.1 * number)
    print("arrives", number)
    passed.append(barrier.wait())


threads = [threading.Thread(target=party, args=(number,)) for number in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(passed), barrier.n_waiting, barrier.broken)
try:
    barrier.wait(0.1)
except threading.BrokenBarrierError:
    print("broken", barrier.broken)

condition = threading.Condition()
stock = []


def taker():
    with condition:
        condition.wait_for(lambda: stock)
        print("takes", stock.pop())


thread = threading.Thread(target=taker)
thread.start()
time.sleep(0.1)
with condition:
    stock.append("an apple")
    condition.notify()
thread.join()

event = threading.Event()


def patient():
    print("waits", event.wait(1))
    print("waits again", event.wait())


thread = threading.Thread(target=patient)
thread.start()
time.sleep(2)
event.set()
thread.join()

lock = threading.Lock()
total = 0


def add():
    global total
    for _ in range(3):
        with lock:
            before = total
            time.sleep(0.01)
            total = before + 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, lock.locked())
own = threading.local()


def remembers(number):
    own.number = number
    time.sleep(0.1 * (3 - number))
    print(own.number, threading.current_thread().name)


threads = [threading.Thread(target=remembers, args=(number,), name=f"T{number}") for number in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
timer = threading.Timer(0.5, print, ["the timer"])
timer.start()
timer.join()
threading.Thread(target=lambda: (time.sleep(0.2), print("after the end of the main thread"))).start()
print("the main thread is over")
