def show(a, b=2, /, c=3, *args, d, e=5, **rest):
    print(a, b, c, args, d, e, rest)


show(1, d=4)
show(1, 2, 3, 4, 5, d=6, f=7, a=8)
show(*[1, 2], **{"d": 1, "z": 2}, c=0)


def attempt(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except TypeError as error:
        print(error)


attempt(show)
attempt(show, 1)
attempt(show, 1, d=1, e=2, c=3, **{"x": 1})
attempt(lambda a, b: None, 1)
attempt(lambda a, b: None, 1, 2, 3)
attempt(lambda a: None, a=1, b=2)
attempt(lambda a, /: None, a=1)
attempt(lambda a: None, 1, a=2)
attempt(lambda *, k: None)
attempt(print, *3)


def mutable(item, bucket=[]):
    bucket.append(item)
    return bucket


print(mutable(1), mutable(2), mutable.__defaults__)
