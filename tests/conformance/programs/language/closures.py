def counter(start):
    count = start

    def bump(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return bump, peek


bump, peek = counter(10)
bump()
print(bump(5), peek(), bump.__closure__[0].cell_contents)
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])
total = 0


def add(n):
    global total
    total += n


for n in range(4):
    add(n)
print(total, n)


def unbound():
    print(late)
    late = 1


unbound()
