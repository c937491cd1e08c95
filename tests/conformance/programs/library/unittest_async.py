import asyncio
import sys
import unittest


async def double(n):
    await asyncio.sleep(0.1)
    if n < 0:
        raise ValueError("negative")
    return n * 2


class DoubleTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.value = await double(1)

    async def test_double(self):
        self.assertEqual(await double(self.value), 4)

    async def test_negative(self):
        with self.assertRaises(ValueError) as caught:
            await double(-1)
        self.assertEqual(str(caught.exception), "negative")

    async def asyncTearDown(self):
        self.value = None


class PlainTest(unittest.TestCase):
    def test_various(self):
        self.assertTrue(1)
        self.assertIn(1, [1])
        self.assertIsNone(None)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        with self.subTest(n=1):
            self.assertGreater(2, 1)

    @unittest.skip("not now")
    def test_skipped(self):
        self.fail()


suite = unittest.TestSuite()
for case in (DoubleTest, PlainTest):
    suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
print(result.testsRun, len(result.failures), len(result.skipped), result.wasSuccessful())
