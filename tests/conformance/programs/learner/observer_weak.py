import weakref


class Subject:
    def __init__(self):
        self._observers = weakref.WeakSet()

    def attach(self, observer):
        self._observers.add(observer)

    def notify(self, event):
        for observer in sorted(self._observers, key=lambda o: o.name):
            observer.update(event)


class Observer:
    def __init__(self, name):
        self.name = name

    def update(self, event):
        print(self.name, "got", event)


subject = Subject()
a, b = Observer("a"), Observer("b")
subject.attach(a)
subject.attach(b)
subject.notify("first")
reference = weakref.ref(b, lambda r: print("b is gone"))
del b
subject.notify("second")
print(reference() is None, len(subject._observers))
