"""A monthly sales report from CSV text."""
import csv
import io
import statistics
from collections import Counter, OrderedDict, defaultdict, namedtuple
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, groupby
from operator import attrgetter, itemgetter

RAW = """\
day,region,product,units,price
2024-01-03,North,"Widget, large",12,19.99
2024-01-05,South,Gadget,3,149.50
2024-01-05,North,Gadget,1,149.50
2024-01-28,West,"Bolt ""M8""",200,0.15
2024-02-01,South,"Widget, large",7,19.99
2024-02-14,West,Gadget,2,155.00
2024-02-29,North,"Bolt ""M8""",1000,0.12
2024-03-01,East,Widget,5,9.99
"""

Sale = namedtuple("Sale", "day region product units price", defaults=[Decimal(0)])


def cents(value):
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def read(text):
    reader = csv.DictReader(io.StringIO(text))
    print("fields:", reader.fieldnames)
    for row in reader:
        yield Sale(date.fromisoformat(row["day"]), row["region"], row["product"],
                   int(row["units"]), Decimal(row["price"]))


sales = list(read(RAW))
print(sales[0])
print(sales[0]._asdict())
print(Sale._fields, Sale._field_defaults)
print(sales[3]._replace(units=1))

by_region = defaultdict(list)
for sale in sales:
    by_region[sale.region].append(sale)

print(f"{'region':<8}|{'sales':^7}|{'total':>12}")
print("-" * 8 + "+" + "-" * 7 + "+" + "-" * 12)
for region, rows in sorted(by_region.items()):
    total = sum(row.units * row.price for row in rows)
    print(f"{region:<8}|{len(rows):^7}|{cents(total):>12,}")

for (year, month), rows in groupby(sales, key=lambda s: (s.day.year, s.day.month)):
    rows = list(rows)
    amounts = [float(r.units * r.price) for r in rows]
    print(f"{year}-{month:02d}: n={len(rows)} mean={statistics.fmean(amounts):.2f} "
          f"median={statistics.median(amounts):.2f}",
          f"stdev={statistics.stdev(amounts):.3f}" if len(amounts) > 1 else "stdev=n/a")

running = list(accumulate((s.units for s in sales), initial=0))
print(running)
print(list(accumulate([3, 1, 4, 1, 5, 9, 2, 6], max)))

popular = Counter()
for sale in sales:
    popular[sale.product] += sale.units
print(popular.most_common(2))
print(popular.total(), popular["nothing"])
print(popular - Counter({"Gadget": 4, "Widget": 5}))

best = max(sales, key=lambda s: s.units * s.price)
print("best:", best.product, cents(best.units * best.price))
print("sorted:", [s.day.strftime("%d %b") for s in sorted(sales, key=attrgetter("price", "day"))])
print(sorted(popular.items(), key=itemgetter(1, 0), reverse=True))

out = io.StringIO()
writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
writer.writerow(["week", "units", "share"])
first = sales[0].day
total_units = sum(s.units for s in sales)
for week, rows in groupby(sales, key=lambda s: (s.day - first) // timedelta(weeks=1)):
    units = sum(r.units for r in rows)
    writer.writerow([week, units, round(units / total_units, 4)])
print(out.getvalue())

ordered = OrderedDict((s.day.isoformat(), s.product) for s in sales[:4])
ordered.move_to_end("2024-01-03")
print(ordered)
print(ordered.popitem(last=False))
try:
    Sale("x")
except TypeError as error:
    print(error)
try:
    Decimal("1.2.3")
except ArithmeticError as error:
    print(type(error).__name__, error)
try:
    date.fromisoformat("2024-02-30")
except ValueError as error:
    print(error)
spread = statistics.NormalDist.from_samples([1.1, 2.3, 4.7, 0.2])
print(spread, (spread + 3).mean)
