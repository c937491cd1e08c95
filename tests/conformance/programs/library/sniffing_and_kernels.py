"""`csv.Sniffer`, the kernels of `statistics`, and variables of the environment within paths."""
import csv
import os
from statistics import StatisticsError, kde, kde_random

SAMPLES = ["a,b,c\n1,2,3\n4,5,6", "a;b\n1;2\n", "name|age|city\nann|3|x\nbob|4|y y\n", "a\tb\n1\t2\n",
           "'a', 'b'\n'c', 'd'\n", '"x ""y""",2\n"z",3\n', "hello", "a b c\nd e f\n", "1:2\n3:4",
           'x,"y;z",w\n1,"2;3",4\n']
for sample in SAMPLES:
    try:
        found = csv.Sniffer().sniff(sample)
    except csv.Error as error:
        print(repr(sample), error)
        continue
    print(repr(sample), repr(found.delimiter), found.quotechar, found.doublequote, found.skipinitialspace)
    print("   ", list(csv.reader(sample.splitlines(), found)), csv.Sniffer().has_header(sample))
print(csv.Sniffer().sniff("a;b,c\n1;2,3\n", delimiters=",;").delimiter)

data = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for kernel in ("normal", "logistic", "sigmoid", "rectangular", "triangular", "parabolic", "quartic", "triweight", "cosine"):
    density, up_to = kde(data, 1.5, kernel), kde(data, 1.5, kernel, cumulative=True)
    rand = kde_random(data, 1.5, kernel, seed=8675309)
    print(kernel, [round(density(x), 9) for x in (-10, -1, 0, 2.5)], [round(up_to(x), 9) for x in (-3, 0, 20)],
          [round(rand(), 6) for _ in range(2)])
print(density.__doc__, rand.__doc__)
for given in (([], 1), (["a"], 1), ([1], 0), ([1], 1, "q")):
    try:
        kde(*given)
    except (StatisticsError, TypeError) as error:
        print(type(error).__name__, error)

os.environ["MODE"] = "test"
print(os.path.expandvars("$MODE/${MODE}s/$MISSING/$"))
