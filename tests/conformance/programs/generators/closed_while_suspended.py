# A suspended generator runs its finally when the last reference goes.
def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned up")


def use():
    for n in numbers():
        print(n)
        break
    print("after the loop")


use()
kept = numbers()
next(kept)
kept = None
last = numbers()
next(last)
print("end of script")
