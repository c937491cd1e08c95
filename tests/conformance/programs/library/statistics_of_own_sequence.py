"""What the functions of `statistics` ask of a sequence of the script's own."""
import statistics


class Window:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        print("iter", end=" ")
        return iter(self.items)

    def __len__(self):
        print("len", end=" ")
        return len(self.items)


for name in ("mean", "geometric_mean", "median", "median_low", "median_high", "median_grouped", "mode",
             "multimode", "quantiles", "pstdev", "pvariance", "stdev", "variance"):
    print(name, getattr(statistics, name)(Window(1, 2, 3, 5)))
for name in ("mean", "stdev", "pvariance", "median", "mode"):
    print(name, getattr(statistics, name)(number for number in (1, 2, 2)))
    try:
        getattr(statistics, name)(Window())
    except statistics.StatisticsError as error:
        print(error)
