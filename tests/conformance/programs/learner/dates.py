# Dates, times, durations and calendars.

from datetime import *
import calendar, time
d = date(2024, 2, 29)
dt = datetime(2024, 2, 29, 13, 5, 9, 123456)
print(d, repr(d), dt, repr(dt), d.strftime('%A %d %B %Y week %W %j %a %b %y %%'), dt.strftime('%I:%M:%S.%f %p %H|%x|%X|%c'))
print(d + timedelta(days=366), d - date(2023, 1, 1), dt - timedelta(hours=1.5, microseconds=-3), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), date.fromordinal(738000), d.replace(year=2020))
print(datetime.strptime('03/04/21 07:08', '%d/%m/%y %H:%M'), datetime.fromisoformat('2024-01-02T03:04:05+02:00'), date.fromisoformat('2024-W05-3'), time(3) if False else 't', dt.isoformat(' ', 'minutes'), dt.isoformat(timespec='milliseconds'))
td = timedelta(days=-1, seconds=5, milliseconds=10)
print(td, repr(td), td.total_seconds(), abs(td), td * 2, td / 2, td // timedelta(seconds=7), divmod(timedelta(hours=5), timedelta(hours=2)), timedelta(weeks=1) > td, str(timedelta(0)), timedelta(1.5), -td, timedelta(hours=25), timedelta.max)
utc = timezone.utc
est = timezone(timedelta(hours=-5), 'EST')
a = datetime(2024, 1, 1, 12, tzinfo=utc)
print(a, a.astimezone(est), repr(est), a.astimezone(est).tzname(), a == a.astimezone(est), a.utcoffset(), a.timestamp(), datetime.fromtimestamp(0, utc), est, timezone(timedelta(hours=5, minutes=30)))
for bad in (lambda: date(2023, 2, 29), lambda: datetime(2024, 13, 1), lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2024 x', '%Y'), lambda: a - dt, lambda: a < dt, lambda: date.fromisoformat('2024/01/01'), lambda: timedelta(days=10 ** 10), lambda: d + 1, lambda: d < dt, lambda: dt.replace(hour=25), lambda: timezone(timedelta(hours=25))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(calendar.month(2024, 2))
print(calendar.isleap(1900), calendar.monthrange(2024, 2), calendar.day_name[0], list(calendar.month_abbr)[:3], calendar.monthcalendar(2024, 2)[0], calendar.TextCalendar(6).formatmonth(2023, 1), calendar.leapdays(2000, 2020), calendar.weekday(2024, 1, 1))
print(f'{d:%d.%m.%Y}', f'{dt:%H:%M}', format(d, ''), date.min, datetime.max, d.ctime(), dt.date(), dt.time(), datetime.combine(d, dt.time()), dt.timetuple()[:6], d.timetuple().tm_yday)
from datetime import time as T
print(T(1, 2, 3), repr(T(1, 2)), T.fromisoformat('04:05:06.7'), T(23, 59).replace(minute=0), T(1) < T(2), T(5, tzinfo=utc), f'{T(13, 5):%I %p}')
try:
    print(1)
except Exception as e:
    print(type(e).__name__, e)
print(dt.__hash__() == datetime(2024, 2, 29, 13, 5, 9, 123456).__hash__(), sorted([date(2024, 3, 1), d]), d in {d: 1}, isinstance(dt, date), max(d, date(2025, 1, 1)))

class Age(date):

    def years(self, on):
        return on.year - self.year - ((on.month, on.day) < (self.month, self.day))

print(Age(2000, 5, 1).years(date(2024, 4, 30)), repr(Age(2000, 5, 1)), type(Age(2000, 1, 1) + timedelta(1)))
