# Tests of a shop with mocks, patches, subtests and logs, and their report.
import io, sys, unittest
from unittest import mock
from unittest.mock import MagicMock, Mock, patch, call, ANY, sentinel, PropertyMock, create_autospec


class Mailer:
    def send(self, to, subject, *, body=""):
        raise RuntimeError("no network")

    @property
    def host(self):
        return "localhost"


class Shop:
    def __init__(self, mailer, stock=None):
        self.mailer = mailer
        self.stock = dict(stock or {})
        self.log = []

    def buy(self, who, item, n=1):
        if n <= 0:
            raise ValueError("n must be positive")
        if self.stock.get(item, 0) < n:
            raise KeyError(item)
        self.stock[item] -= n
        self.mailer.send(who, f"{n} x {item}", body="thanks")
        self.log.append((who, item, n))
        return self.stock[item]


class ShopTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")

    def setUp(self):
        self.mailer = Mock(spec=Mailer)
        self.shop = Shop(self.mailer, {"tea": 3})
        self.addCleanup(lambda: print("cleanup", self.id().rsplit(".")[-1]))

    def test_buy(self):
        self.assertEqual(self.shop.buy("ann", "tea", 2), 1)
        self.mailer.send.assert_called_once_with("ann", "2 x tea", body=ANY)
        self.assertEqual(self.mailer.mock_calls, [call.send("ann", "2 x tea", body="thanks")])

    def test_out(self):
        with self.assertRaises(KeyError) as cm:
            self.shop.buy("ann", "tea", 5)
        self.assertEqual(cm.exception.args, ("tea",))
        self.mailer.send.assert_not_called()

    def test_bad(self):
        with self.assertRaisesRegex(ValueError, "posit.ve"):
            self.shop.buy("ann", "tea", 0)

    def test_subtests(self):
        for n, left in [(1, 2), (1, 1), (1, 99), (1, 1)]:
            with self.subTest(n=n, left=left):
                try:
                    self.assertEqual(self.shop.buy("b", "tea", n), left)
                except KeyError:
                    self.skipTest("out")

    def test_spec(self):
        with self.assertRaises(AttributeError):
            self.mailer.sendd
        self.assertIsInstance(self.mailer, Mailer)

    def test_side_effects(self):
        self.mailer.send.side_effect = [None, ConnectionError("down")]
        self.shop.buy("a", "tea")
        self.assertRaises(ConnectionError, self.shop.buy, "a", "tea")
        self.assertEqual(self.shop.stock, {"tea": 1})

    def test_patch_object(self):
        with (
            patch.object(Mailer, "send", return_value=sentinel.ok) as send,
            patch.object(Mailer, "host", new_callable=PropertyMock, return_value="h"),
        ):
            self.assertIs(Mailer().send("x", "y"), sentinel.ok)
            self.assertEqual(Mailer().host, "h")
        send.assert_called_with("x", "y")

    @patch("sys.stdout", new_callable=io.StringIO)
    def test_stdout(self, out):
        print("hello")
        self.assertEqual(out.getvalue(), "hello\n")

    @patch.dict("os.environ", {"MODE": "test"}, clear=True)
    def test_env(self):
        import os

        self.assertEqual(dict(os.environ), {"MODE": "test"})

    def test_autospec(self):
        m = create_autospec(Shop, instance=True)
        m.buy.return_value = 7
        self.assertEqual(m.buy("a", "b"), 7)
        self.assertRaises(TypeError, m.buy)

    def test_fails(self):
        self.assertDictEqual({"a": 1, "b": [1, 2]}, {"a": 1, "b": [1, 3]})

    def test_list_fails(self):
        self.assertListEqual([1, 2, 3], [1, 5, 3], "lists")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    @unittest.skipIf(sys.version_info > (3,), "py3")
    def test_skipped(self):
        pass

    def test_error(self):
        self.shop.nothing()

    def test_magic(self):
        m = MagicMock()
        m.__len__.return_value = 4
        m["k"].x = 5
        m.method.return_value.other.return_value = 3
        self.assertEqual(
            (len(m), m["k"].x, m.method(1).other(), m.__getitem__.call_args), (4, 5, 3, call("k"))
        )
        self.assertEqual(m.method.call_count, 1)
        m.reset_mock()
        self.assertFalse(m.method.called)
        with self.assertLogs("shop", "INFO") as logs:
            import logging

            logging.getLogger("shop").warning("low %s", "tea")
        self.assertEqual(logs.output, ["WARNING:shop:low tea"])


m = Mock(return_value=3, name="m")
m(1, b=2)
m.x.y(3)
print(m.call_args, m.call_args_list, m.mock_calls, m.call_args.args, m.call_args.kwargs, m.x.y.call_args)
for f in (
    lambda: m.assert_called_with(2),
    lambda: m.assert_not_called(),
    lambda: m.assert_any_call(9),
    lambda: m.assert_has_calls([call(5)]),
    lambda: Mock(spec=["a"]).b,
    lambda: m.asert_called(),
    lambda: Mock(side_effect=ValueError("se"))(),
    lambda: MagicMock()[1],
    lambda: Mock()[1],
):
    try:
        print("ok", str(f())[:10])
    except Exception as e:
        print(type(e).__name__, e)
out = io.StringIO()
result = unittest.TextTestRunner(out, verbosity=2).run(
    unittest.defaultTestLoader.loadTestsFromTestCase(ShopTest)
)
import re

print(re.sub(r"in [\d.]+s", "in Xs", re.sub(r'File ".*?"', 'File "F"', out.getvalue())))
print(result, result.wasSuccessful(), len(result.failures), [str(t[0]) for t in result.skipped])
