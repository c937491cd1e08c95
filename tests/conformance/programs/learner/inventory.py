class OutOfStock(Exception):
    pass


class Item:
    def __init__(self, name, price, quantity=0):
        self.name, self.price, self.quantity = name, price, quantity

    def __repr__(self):
        return f"Item({self.name}: {self.quantity} at {self.price:.2f})"

    def __lt__(self, other):
        return self.price < other.price


class Inventory:
    def __init__(self, *items):
        self._items = {item.name: item for item in items}

    def __len__(self):
        return len(self._items)

    def __getitem__(self, name):
        return self._items[name]

    def __iter__(self):
        return iter(self._items.values())

    def __contains__(self, name):
        return name in self._items

    def take(self, name, n=1):
        item = self[name]
        if item.quantity < n:
            raise OutOfStock(f"only {item.quantity} of {name!r}")
        item.quantity -= n
        return n * item.price

    @property
    def value(self):
        return sum(i.price * i.quantity for i in self)


stock = Inventory(Item("pen", 1.2, 10), Item("ink", 7.5, 2), Item("paper", 3.0))
print(len(stock), "pen" in stock, max(stock), sorted(stock), f"{stock.value:,.2f}")
print(stock.take("pen", 4), stock["pen"])
for name in ("paper", "glue"):
    try:
        stock.take(name)
    except (OutOfStock, KeyError) as error:
        print(type(error).__name__, error)
for i, item in enumerate(stock, 1):
    print(f"{i}. {item.name:<6}{item.price:>6.2f}{'*' * item.quantity:>8}")
