"""Dictionaries whose items are attributes, state that instances share, and addresses, months and log lines as text."""
import calendar
import ipaddress
import logging
import queue
from decimal import Decimal


class Settings(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


settings = Settings(host="localhost")
settings.port = 80
print(settings, settings.host, settings.missing)
del settings.host
print(settings, vars(settings))


class Record(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


record = Record(a=1)
record.b = 2
record["c"] = 3
print(record, record.c, record["b"], vars(record) is not None)
del record.a
print(sorted(record), "a" in record)


class Borg:
    _shared = {}

    def __init__(self, **state):
        self.__dict__ = self._shared
        self.__dict__.update(state)


first, second = Borg(name="one"), Borg(age=3)
second.name = "two"
print(first.name, first.age, first is second, Borg._shared)


class Point:
    __slots__ = ("x",)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


try:
    Point().y = 1
except AttributeError as error:
    print(error)

html = calendar.HTMLCalendar(firstweekday=6)
print(html.formatmonth(2024, 2))
print(html.formatyearpage(2023, width=4, css=None)[:300], len(html.formatyear(2024)))

face = ipaddress.ip_interface("192.168.1.77/24")
print(repr(face), face.ip, face.network, face.with_netmask, face.with_hostmask, face == ipaddress.IPv4Interface("192.168.1.77/24"))
print(ipaddress.ip_interface("2001:db8::1/64"), face < ipaddress.ip_interface("192.168.2.1/24"), int(face.netmask))

record = logging.makeLogRecord({"msg": "kept %d", "args": (1,), "levelname": "INFO"})
short = logging.Formatter("%(levelname)s %(message)s")
short._style._fmt = "<%(message)s>"
print(short.format(record), type(logging.Formatter(style="{")._style).__name__)
lines = logging.BufferingFormatter(logging.Formatter("{message};", style="{"))
print(lines.format([record, record]), repr(lines.format([])))

print(Decimal("1100").logical_and(Decimal("1010")), Decimal("11").logical_xor(Decimal("1")), Decimal("0").logical_or(1))
print(queue.Empty, queue.Full, queue.Empty.__mro__[1])
queue.Queue().get_nowait()
