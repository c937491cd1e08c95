# Coroutines before async: a running average and a grep.
def averager():
    total, count, average = 0.0, 0, None
    while True:
        value = yield average
        if value is None:
            break
        total += value
        count += 1
        average = total / count
    return count, average


def grep(pattern, target):
    while True:
        line = yield
        if pattern in line:
            target.send(line)


def printer():
    try:
        while True:
            print("match:", (yield))
    except GeneratorExit:
        print("printer closed")


a = averager()
next(a)
print(a.send(10), a.send(20), a.send(33))
try:
    a.send(None)
except StopIteration as stop:
    print("result", stop.value)
sink = printer()
next(sink)
g = grep("py", sink)
next(g)
for line in ("python", "java", "happy"):
    g.send(line)
g.close()
sink.close()
