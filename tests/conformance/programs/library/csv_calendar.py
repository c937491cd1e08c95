"""Tables of texts and of days."""
import calendar
import csv
import io

text = 'name,age,note\r\nAda,36,"first, and ""best"""\nAlan,41,\n\n"multi\nline",7,x\n'
for row in csv.reader(io.StringIO(text, newline="")):
    print(row)
reader = csv.DictReader(["a;b;c", "1;2", "3;4;5;6"], delimiter=";", restkey="rest", restval="-")
print(reader.fieldnames, list(reader), reader.line_num)
out = io.StringIO()
writer = csv.writer(out)
print(writer.writerow(["a", 1, 2.5, None, 'say "x"', "a,b", "l\nm", ""]), repr(out.getvalue()))
for options in [{"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": "\t"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"dialect": "unix"}, {"lineterminator": "|"}, {"quoting": csv.QUOTE_STRINGS}, {"quoting": csv.QUOTE_NOTNULL}]:
    out = io.StringIO()
    csv.writer(out, **options).writerows([["x", 1, None, 'q"'], ["a,b"], []])
    print(options, repr(out.getvalue()))
out = io.StringIO()
table = csv.DictWriter(out, fieldnames=["id", "name"], extrasaction="ignore")
table.writeheader()
table.writerow({"id": 1, "name": "x", "more": 2})
table.writerows([{"id": 2}])
print(out.getvalue().splitlines(), csv.list_dialects())
print(list(csv.reader(["1,'2',x"], quotechar="'", quoting=csv.QUOTE_ALL)), list(csv.reader(["1, 2"], skipinitialspace=True)), list(csv.reader(["a  b"], delimiter=" ", skipinitialspace=True)), list(csv.reader(['1,"2"'], quoting=csv.QUOTE_NONNUMERIC)))
for wrong in (lambda: csv.DictWriter(out, ["a"]).writerow({"b": 1}), lambda: next(csv.reader([b"x"])), lambda: csv.reader([], delimiter="ab"), lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]),
              lambda: csv.writer(out).writerow(5), lambda: list(csv.reader(['"a"b'], strict=True)), lambda: csv.get_dialect("x"), lambda: csv.reader(5), lambda: csv.writer(5), lambda: list(csv.reader(['"a'], strict=True)), lambda: csv.writer(out, lineterminator="|", delimiter="|"), lambda: list(csv.reader(["\\\\\n", ";"], escapechar="\\", strict=True)),
              lambda: csv.writer(out, delimiter=" ", skipinitialspace=True, quoting=csv.QUOTE_NONE).writerow(["", 1])):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")

print(calendar.month(2026, 2))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2024, 2, w=3))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2030), calendar.weekday(2026, 1, 1), calendar.monthcalendar(2026, 2)[0], calendar.day_name[0], calendar.month_abbr[12])
print(list(calendar.day_abbr), calendar.timegm((2026, 1, 1, 12, 0, 0)), calendar.Month.MAY, repr(calendar.MONDAY), calendar.Calendar(6).monthdatescalendar(2026, 3)[0][0], calendar.firstweekday())
print(calendar.calendar(2026, w=2, l=1, c=3, m=4).splitlines()[2:6])
try:
    calendar.monthrange(2026, 13)
except calendar.IllegalMonthError as error:
    print(error)
