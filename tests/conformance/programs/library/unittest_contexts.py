import logging
import unittest
import warnings


class Contexts(unittest.TestCase):
    def test_raises(self):
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        print(repr(caught.exception), caught.exception.__traceback__)
        for wrong in (lambda: self.assertRaises(3), lambda: self.assertRaises(ValueError, foo=3)):
            try:
                wrong()
            except TypeError as error:
                print(error)
        with self.assertRaises(LookupError):
            {}["missing"]

    def test_warns(self):
        with self.assertWarns(DeprecationWarning) as caught:
            warnings.warn("old", DeprecationWarning)
        print(caught.warning, caught.lineno)
        with self.assertWarns(UserWarning):
            pass

    def test_logs(self):
        with self.assertLogs() as caught:
            logging.info("root")
            logging.getLogger("q").error("x %d", 3)
        print(caught.output, [record.name for record in caught.records])
        with self.assertLogs("q", "ERROR"):
            logging.getLogger("q").warning("x")

    def test_no_logs(self):
        with self.assertNoLogs():
            logging.getLogger("q").warning("x")

    def test_wrong_exception(self):
        with self.assertRaises(KeyError, msg="for a key"):
            raise ValueError("other")


class Manager:
    def __enter__(self):
        print("enter")
        return 5

    def __exit__(self, *info):
        print("exit", info)


class Short(unittest.TestCase):
    longMessage = False

    def test_message(self):
        print(self.enterContext(Manager()))
        self.assertEqual(1, 2, "only this")

    def test_not_a_manager(self):
        self.enterContext(3)


result = unittest.TestResult()
for case in (Contexts, Short):
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
print(result)
for test, text in result.failures + result.errors:
    print(test, "->", text.splitlines()[-1])
try:
    Short("nope")
except ValueError as error:
    print(error)
print(unittest.TestSuite([Short("test_message")]), Short("test_message").id(), Short("test_message"))
