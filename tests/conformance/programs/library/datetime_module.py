import datetime
import time
from datetime import date, timedelta, timezone

now = datetime.datetime.now()
print(now, repr(now), now.strftime("%Y-%m-%d %H:%M:%S %A %j"), now.isoformat(timespec="milliseconds"))
print(date.today(), now + timedelta(days=1, hours=2), now.date() - date(2025, 12, 25), now.weekday())
delta = timedelta(minutes=90, microseconds=5)
print(delta, repr(delta), delta.total_seconds(), -delta, delta * 2, delta // timedelta(minutes=1))
print(datetime.datetime.now(timezone.utc), datetime.datetime.fromisoformat("2026-02-03T04:05:06+02:00"))
print(datetime.datetime.strptime("31/12/1999", "%d/%m/%Y"), date(2024, 2, 29).isocalendar())
time.sleep(1.25)
print(datetime.datetime.now() - now > timedelta(seconds=1), time.strftime("%H:%M:%S"), time.gmtime().tm_sec)
try:
    date(2026, 2, 30)
except ValueError as error:
    print(error)
