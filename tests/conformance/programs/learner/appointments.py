# Appointments that recur, calendars, zones, and what strptime refuses.
import calendar, time
from dataclasses import dataclass, field, asdict, astuple, replace, fields, KW_ONLY
from datetime import date, datetime, time as clock, timedelta, timezone, UTC
from enum import IntEnum, Flag, auto
from functools import cached_property
from itertools import count, takewhile, islice
import json


class Weekday(IntEnum):
    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6


class Days(Flag):
    MON = auto()
    TUE = auto()
    WED = auto()
    THU = auto()
    FRI = auto()
    SAT = auto()
    SUN = auto()
    WEEKEND = SAT | SUN
    WORK = MON | TUE | WED | THU | FRI

    @classmethod
    def of(cls, d):
        return list(cls)[d.weekday()]


@dataclass(order=True)
class Event:
    start: datetime
    title: str = field(compare=False)
    _: KW_ONLY
    duration: timedelta = timedelta(hours=1)
    days: Days = field(default=Days(0), repr=False, compare=False)
    tags: set[str] = field(default_factory=set, compare=False)

    def __post_init__(self):
        if self.duration <= timedelta():
            raise ValueError(f"{self.title}: duration must be positive, not {self.duration}")

    @property
    def end(self):
        return self.start + self.duration

    def overlaps(self, o):
        return self.start < o.end and o.start < self.end

    def occurrences(self):
        for n in count():
            d = self.start + timedelta(days=n)
            if Days.of(d) in self.days:
                yield replace(self, start=d)

    def to_json(self):
        return json.dumps(
            asdict(self) | {"days": self.days.name},
            default=lambda o: (
                o.isoformat() if hasattr(o, "isoformat") else sorted(o) if isinstance(o, set) else str(o)
            ),
        )


e1 = Event(datetime(2024, 2, 26, 9, 30), "Stand-up", duration=timedelta(minutes=15), days=Days.WORK)
e2 = Event(datetime(2024, 2, 26, 9, 40), "Review", days=Days.TUE | Days.THU, tags={"b", "a"})
print(e1, e2 > e1, e1.overlaps(e2), sorted([e2, e1])[0].title, e2.to_json(), sep="\n")
for occ in islice(e2.occurrences(), 3):
    print(f"{occ.start:%a %d.%m. %H:%M}-{occ.end:%H:%M} {occ.title}")
print(
    [o.start.day for o in takewhile(lambda o: o.start.month == 2, e1.occurrences())],
    Days.WEEKEND in Days.WEEKEND,
    Days.SAT in Days.WEEKEND,
    ~Days.WORK,
    Days(96).name,
    list(Days.WEEKEND),
    e2.days,
    repr(Days.MON | Days.SUN),
    len(Days.WORK),
)
try:
    Event(datetime.max, "x", duration=timedelta(0))
except ValueError as e:
    print(e)
try:
    Event(datetime.min, "x", timedelta(1))
except TypeError as e:
    print(e)


def add_months(d, n):
    y, m = divmod(d.year * 12 + d.month - 1 + n, 12)
    return d.replace(year=y, month=m + 1, day=min(d.day, calendar.monthrange(y, m + 1)[1]))


print([str(add_months(date(2024, 1, 31), n)) for n in (1, 2, 13, -2)])


def age(born, today):
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


print(
    age(date(2000, 2, 29), date(2024, 2, 28)),
    age(date(2000, 2, 29), date(2024, 2, 29)),
    (date(2024, 12, 25) - date(2024, 2, 29)).days,
)


def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(y, f // 31, f % 31 + 1)


print(
    *(f"{easter(y):%d %b %Y}" for y in (2023, 2024, 2025)),
    Weekday(easter(2024).weekday()),
    Weekday(easter(2024).weekday()).name,
    sep="; ",
)
print(
    calendar.month(2024, 2),
    calendar.TextCalendar(calendar.SUNDAY).formatweek(
        calendar.monthcalendar(2024, 2)[0] and [(1, 3), (2, 4)], 3
    ),
    sep="\n",
)
print(
    *[d for d in calendar.Calendar().itermonthdates(2024, 2) if d.month == 2][-2:],
    calendar.month_abbr[2],
    calendar.isleap(1900),
    sum(map(calendar.isleap, range(1900, 2001))),
)
ny = timezone(timedelta(hours=-5), "EST")
t = datetime(2024, 3, 10, 1, 59, tzinfo=ny)
print(
    t,
    t.astimezone(UTC),
    t.utcoffset(),
    t.tzname(),
    t.isoformat(timespec="minutes"),
    t.timestamp(),
    datetime.fromtimestamp(1710053940, ny),
    repr(t),
    sep="\n",
)
print(
    datetime.fromisoformat("2024-03-10T01:59:00-05:00") == t,
    datetime.strptime("Mar 10 2024 01:59AM -0500", "%b %d %Y %I:%M%p %z") == t,
    t == t.astimezone(UTC),
    (t - timedelta(days=1)).date(),
)


def pretty(delta):
    s = int(delta.total_seconds())
    sign = "-" if s < 0 else ""
    s = abs(s)
    parts = [(s // 86400, "d"), (s // 3600 % 24, "h"), (s // 60 % 60, "m"), (s % 60, "s")]
    return sign + (" ".join(f"{n}{u}" for n, u in parts if n) or "0s")


print(
    *map(
        pretty,
        (
            timedelta(1, 3661),
            timedelta(seconds=-5),
            timedelta(),
            timedelta(weeks=2, minutes=1),
            datetime(2024, 1, 1) - datetime(2023, 12, 31, 23, 59, 30),
        ),
    ),
    sep=" | ",
)
for text, fmt in [
    ("2024-02-30", "%Y-%m-%d"),
    ("12:61", "%H:%M"),
    ("Feb", "%b"),
    ("29 Feb", "%d %b"),
    ("10/11/12", "%d/%m/%y"),
    ("2024 53", "%Y %U"),
    ("x1", "x%d"),
    ("2024-W10-1", "%G-W%V-%u"),
]:
    try:
        print(text, "->", datetime.strptime(text, fmt))
    except ValueError as e:
        print(text, "!!", e)
for s in (
    "2024-01-01",
    "20240101T101112",
    "2024-W01-1",
    "2024-01-01 10",
    "2024-1-1",
    "2024-01-01T25:00",
    "10:00",
):
    try:
        print(s, "->", datetime.fromisoformat(s))
    except ValueError as e:
        print(s, "!!", e)
print(
    clock(10, 30) < clock(11),
    clock.fromisoformat("10:30:15").strftime("%I.%M %p"),
    datetime.combine(date(2024, 1, 1), clock(12), UTC),
    clock(1, 2, 3, 4).replace(minute=9),
    f"{clock(5):%H}",
)
print(
    date.today() == datetime.now().date(),
    datetime.now(UTC).tzinfo,
    time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(86400 * 365)),
    time.gmtime(0).tm_yday,
    datetime(1970, 1, 1) + timedelta(microseconds=1),
    date(2024, 12, 30).isocalendar(),
    date.fromisocalendar(2025, 1, 1),
    timedelta(days=1) / timedelta(hours=5),
    divmod(timedelta(days=1), timedelta(hours=5)),
    timedelta(hours=1) * 2.5,
    sum((timedelta(minutes=m) for m in (10, 20)), timedelta()),
    max(date(2024, 1, 1), date(2023, 1, 1)),
    f"{timedelta(days=1, microseconds=1)!r}",
    sorted({date(2024, 5, 1), date(2024, 4, 1)}),
)
print(
    [f.name for f in fields(e1)],
    astuple(replace(e1, title="z"))[1],
    hash(date(2024, 1, 1)) == hash(date(2024, 1, 1)),
    {e1.start.date(): 1},
    e1 == replace(e1, title="other"),
)
