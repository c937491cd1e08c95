import sys
import unittest


def setUpModule():
    print("setUpModule")
    unittest.addModuleCleanup(print, "module cleanup")


def tearDownModule():
    print("tearDownModule")


class Whole(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        print("setUp")
        self.addCleanup(print, "cleanup 1")
        self.addCleanup(print, "cleanup 2")

    def tearDown(self):
        print("tearDown")

    def test_1(self):
        print("test 1")

    def test_2(self):
        self.skipTest("later")


class FailingSetUpClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError("no")

    def test_never(self):
        print("never")


class FailingTearDownClass(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        raise RuntimeError("too late")

    def test_it(self):
        print("it")


class FailingSetUp(unittest.TestCase):
    def setUp(self):
        raise OSError("setUp")

    def tearDown(self):
        print("not called")

    def test_never(self):
        print("never")


@unittest.skip("whole class")
class Skipped(unittest.TestCase):
    def test_never(self):
        print("never")


class SkippedInSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest("in setUpClass")

    def test_never(self):
        print("never")


class Telling(unittest.TextTestResult):
    def addSuccess(self, test):
        super().addSuccess(test)
        print("<" + test.id() + ">")


for verbosity in (0, 1, 2):
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=verbosity, resultclass=Telling)
    result = unittest.main(exit=False, argv=["prog"], testRunner=runner).result
    print(result, result.wasSuccessful(), result.skipped)
