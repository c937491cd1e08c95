# An access log is parsed, counted, grouped by hour and written as CSV and JSON.
import re, statistics, json, io, csv
from collections import Counter, defaultdict, deque, namedtuple
from datetime import datetime, timedelta
from itertools import groupby, islice, pairwise
from operator import attrgetter, itemgetter

LOG = """\
127.0.0.1 - alice [10/Oct/2024:13:55:36 +0000] "GET /index.html HTTP/1.1" 200 2326 0.012
127.0.0.1 - - [10/Oct/2024:13:55:40 +0000] "GET /missing HTTP/1.1" 404 153 0.002
10.0.0.7 - bob [10/Oct/2024:13:56:01 +0000] "POST /api/login HTTP/1.1" 302 0 0.120
10.0.0.7 - bob [10/Oct/2024:13:56:09 +0000] "GET /api/items?page=2&sort=name HTTP/1.1" 200 10234 0.340
garbage line here
10.0.0.9 - - [10/Oct/2024:14:01:00 +0000] "GET /api/items?page=1 HTTP/1.1" 500 87 1.905
192.168.1.1 - carol [10/Oct/2024:14:01:30 +0000] "DELETE /api/items/7 HTTP/1.1" 403 12 0.008
10.0.0.9 - - [11/Oct/2024:00:00:01 +0000] "GET /index.html HTTP/1.1" 200 2326 0.010
"""
PATTERN = re.compile(
    r"""
    (?P<ip>\d+(?:\.\d+){3})\s-\s(?P<user>\S+)\s
    \[(?P<when>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\s(?P<path>[^\s?]+)(?:\?(?P<query>\S*))?\s HTTP/[\d.]+"\s
    (?P<status>\d{3})\s(?P<size>\d+)\s(?P<seconds>[\d.]+)""",
    re.VERBOSE,
)
Entry = namedtuple("Entry", "ip user when method path query status size seconds")


def parse(lines):
    for number, line in enumerate(lines, start=1):
        if not (m := PATTERN.match(line)):
            print(f"line {number}: cannot parse {line[:10]!r}...")
            continue
        d = m.groupdict(default="")
        yield Entry(
            d["ip"],
            None if d["user"] == "-" else d["user"],
            datetime.strptime(d["when"], "%d/%b/%Y:%H:%M:%S %z"),
            d["method"],
            d["path"],
            dict(p.split("=") for p in d["query"].split("&") if p),
            int(d["status"]),
            int(d["size"]),
            float(d["seconds"]),
        )


entries = list(parse(LOG.splitlines()))
print(len(entries), entries[3])
print(Counter(e.status // 100 * 100 for e in entries).most_common())
by_path = defaultdict(list)
for e in entries:
    by_path[e.path].append(e)
for path, group in sorted(by_path.items(), key=lambda kv: (-len(kv[1]), kv[0])):
    times = [e.seconds for e in group]
    print(
        f"{path:<16} {len(group):>3} {statistics.fmean(times):8.3f}s {max(times):7.2%} {sum(e.size for e in group):>8,}"
    )
for hour, group in groupby(entries, key=lambda e: e.when.replace(minute=0, second=0)):
    print(f"{hour:%a %d %b %H:00} {'#' * len(list(group))}")
gaps = [(b.when - a.when) for a, b in pairwise(entries)]
print(*gaps, sep=", ")
print(max(gaps), sum(gaps, timedelta()), sum(gaps, timedelta()) / len(gaps))
print(
    statistics.median(e.size for e in entries),
    statistics.quantiles([e.seconds for e in entries], n=4),
    statistics.stdev(e.size for e in entries),
)
slow = sorted(entries, key=attrgetter("seconds"), reverse=True)[:2]
print([(e.path, e.seconds) for e in slow], min(entries, key=itemgetter(7)).path)
window = deque(maxlen=3)
for e in entries:
    window.append(e.seconds)
    print(f"{sum(window)/len(window):.3f}", end=" ")
print()
buf = io.StringIO()
w = csv.DictWriter(buf, fieldnames=["ip", "n", "users"], delimiter=";", lineterminator="\n")
w.writeheader()
for ip, n in Counter(map(attrgetter("ip"), entries)).most_common():
    w.writerow(
        {"ip": ip, "n": n, "users": ",".join(sorted({e.user for e in entries if e.ip == ip and e.user}))}
    )
print(buf.getvalue())
print(
    json.dumps(
        [e._asdict() | {"when": e.when.isoformat()} for e in islice(entries, 2)], indent=2, sort_keys=True
    )
)
