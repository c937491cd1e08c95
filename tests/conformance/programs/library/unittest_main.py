import sys
import unittest


def double(n):
    """Twice a number."""
    return 2 * n


class DoubleTest(unittest.TestCase):
    def test_one(self):
        """One makes two."""
        self.assertEqual(double(1), 2)

    def test_text(self):
        with self.subTest("texts", text="ab"):
            self.assertEqual(double("ab"), "abab")
        for n in range(4):
            with self.subTest(n=n):
                self.assertNotEqual(double(n) % 3, 0)
                with self.subTest(deep=True):
                    self.assertLess(n, 2)
        with self.subTest():
            self.skipTest("enough")

    @unittest.expectedFailure
    def test_known_bug(self):
        with self.subTest(i=1):
            self.assertEqual(double(3), 7)
        print("not reached")

    @unittest.expectedFailure
    def test_mended(self):
        self.assertEqual(double(3), 6)

    @unittest.skipIf(sys.version_info >= (3,), "old")
    def test_old(self):
        self.fail("ran")

    def test_error(self):
        double()


if __name__ == "__main__":
    suite = unittest.defaultTestLoader.loadTestsFromName("DoubleTest.test_one", sys.modules["__main__"])
    print(suite, suite.countTestCases(), unittest.defaultTestLoader.getTestCaseNames(DoubleTest))
    plain = unittest.TestResult()
    suite.run(plain)
    print(plain, suite)
    unittest.main(exit=False, argv=["prog", "-v", "-k", "mended"])
    unittest.main(exit=False, argv=["prog", "DoubleTest.nothing"])
    unittest.TextTestRunner(stream=sys.stdout).run(unittest.FunctionTestCase(lambda: print("ran"), description="it"))
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=2)
    unittest.main(exit=False, argv=["prog"], testRunner=runner)
    unittest.main()
