from unittest.mock import MagicMock, Mock, NonCallableMock, PropertyMock, create_autospec, mock_open, seal


def told(function, *args, **kwargs):
    try:
        print("gives", function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, ":", error)


class Shop:
    open = True

    def buy(self, what, count=2):
        return what * count

    async def deliver(self, where):
        return where


shop = Mock(spec=Shop)
print(isinstance(shop, Shop), type(shop.deliver).__name__, repr(shop).split(" id=")[0])
told(lambda: shop.sell)
strict = Mock(spec_set=Shop)
try:
    strict.sell = 3
except AttributeError as error:
    print(error)
told(lambda: Mock(spec=["a"]).b)
magic = MagicMock()
print(len(magic), bool(magic), int(magic), float(magic), list(magic), 3 in magic, magic == magic, magic == 3)
told(lambda: magic < 3)
magic.__len__.return_value = 7
magic.__getitem__.side_effect = lambda key: key * 2
magic.__iter__.return_value = [1, 2]
magic.__str__.return_value = "text"
with magic as entered:
    print(entered is magic.__enter__.return_value)
print(len(magic), magic["a"], list(magic), str(magic), f"{magic}", magic.mock_calls[:3])
magic.__exit__.assert_called_once_with(None, None, None)
plain = Mock()
plain.__len__ = Mock(return_value=4)
plain.__str__ = lambda self: "own"
print(len(plain), str(plain))
told(lambda: len(Mock()))


def function(a, b=1):
    return a


stand_in = create_autospec(function, return_value=9)
print(stand_in(1), stand_in.called, stand_in.call_args, stand_in.__name__)
told(stand_in)
told(stand_in.assert_called_with, 2)
stand_in.assert_called_once_with(a=1)
stand_in.return_value = 10
print(stand_in(2), stand_in.call_count)
Made = create_autospec(Shop)
made = Made()
made.buy("x")
told(made.buy)
told(made.buy, 1, 2, 3)
told(lambda: made.nope)
print(repr(Made(3)).split(" id=")[0])
told(made.buy.assert_called_with, 5)
print(isinstance(made, Shop))
told(create_autospec(Shop, instance=True))
type(plain).price = PropertyMock(return_value=8)
print(plain.price)
opened = mock_open(read_data="l1\nl2\n")
with opened("f") as file:
    print(file.read())
with opened("f") as file:
    print(list(file), file.write("x"))
print(opened.mock_calls[:3])
sealed = Mock()
sealed.a.b = 3
seal(sealed)
told(lambda: sealed.c)
told(lambda: sealed.a.d)
told(sealed)
wrapping = Mock(wraps=[3, 1, 2])
print(wrapping.index(1), wrapping.index.call_args, repr(Mock(name="n")().x).split(" id=")[0])
del sealed.a
told(lambda: sealed.a)
print(NonCallableMock().foo() is not None)
told(lambda: NonCallableMock()())
