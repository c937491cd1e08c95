"""`inspect`: trees of classes, what a frame was called with, exact places in the source, and members without their getters."""

import inspect
from types import DynamicClassAttribute


class Animal:
    kind = DynamicClassAttribute(lambda self: 'animal')

    @property
    def loud(self):
        return print('asked') or 1


class Dog(Animal):
    def __repr__(self):
        return "Dog()"

    def bark(self, times, *words, end='!', **more):
        frame = inspect.currentframe()
        print(inspect.formatargvalues(*inspect.getargvalues(frame)))
        print(inspect.getargs(frame.f_code), inspect.getlineno(frame))
        return inspect.getframeinfo(frame), inspect.stack()[1]


class Cat(Animal):
    pass


print(inspect.getclasstree([Animal, Dog, Cat]))
print(inspect.getclasstree([Dog, Cat], unique=True))
about, caller = Dog().bark(2, 'a', x=1)
print(about, about.positions.lineno, caller.positions, caller[1:])
print([name for name, value in inspect.getmembers_static(Dog()) if not name.startswith('_')])
print(inspect.getfullargspec(Dog().bark).args, type(inspect.getattr_static(Dog(), 'loud')), Dog().kind)
print(inspect.ispackage(inspect), inspect.iscoroutinefunction(inspect), inspect.BufferFlags.FULL, inspect.CO_METHOD)
try:
    Dog().bark()
except TypeError:
    print([(info.lineno, info.positions) for info in inspect.trace()])


def strange():
    pass


strange.__signature__ = 5
for ask in (inspect.signature, inspect.getgeneratorlocals, inspect.getclosurevars, inspect.getargs):
    try:
        ask(strange if ask is inspect.signature else 5)
    except TypeError as error:
        print(error)
try:
    Dog().kind = 3
except AttributeError as error:
    print(error)
