# `unittest.main()`: the tests of a module, run and reported, and an exit status that says how it went.

import sys

from . import loader as _loader
from . import runner as _runner

_SWITCHES = {'-v': ('verbosity', 2), '--verbose': ('verbosity', 2), '-q': ('verbosity', 0),
             '--quiet': ('verbosity', 0), '-f': ('failfast', True), '--failfast': ('failfast', True),
             '-c': ('catchbreak', True), '--catch': ('catchbreak', True), '-b': ('buffer', True),
             '--buffer': ('buffer', True), '--locals': ('tb_locals', True)}


class TestProgram:
    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=_loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            parts = module.split('.')
            module = sys.modules.get(parts[0]) or __import__(parts[0])
            for part in parts[1:]:
                module = getattr(module, part)
        self.module, self.defaultTest, self.exit = module, defaultTest, exit
        self.verbosity, self.failfast, self.catchbreak, self.buffer = verbosity, failfast, catchbreak, buffer
        self.tb_locals, self.durations = tb_locals, durations
        self.warnings = 'default' if warnings is None else warnings
        self.testRunner, self.testLoader = testRunner, testLoader
        argv = sys.argv if argv is None else argv
        self.progName = argv[0].rpartition('/')[2]
        self.parseArgs(argv)
        self.runTests()

    def parseArgs(self, argv):
        names, patterns = [], []
        words = iter(argv[1:])
        for word in words:
            if word in _SWITCHES:
                setattr(self, *_SWITCHES[word])
            elif word == '-k':
                pattern = next(words, '')
                patterns.append(pattern if '*' in pattern else f'*{pattern}*')
            elif word == '--durations':
                self.durations = int(next(words, '0'))
            elif word.startswith('-'):
                sys.stderr.write(f'usage: {self.progName} [-h] [-v] [-q] [--locals] [--durations N] [-f] [-c] [-b] '
                                 f'[-k TESTNAMEPATTERNS] [tests ...]\n'
                                 f'{self.progName}: error: unrecognized arguments: {word}\n')
                sys.exit(2)
            else:
                names.append(word)
        if patterns:
            self.testLoader.testNamePatterns = patterns
        if not names and self.defaultTest is not None:
            names = [self.defaultTest] if isinstance(self.defaultTest, str) else list(self.defaultTest)
        self.testNames = names or None
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def runTests(self):
        made = _runner.TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(made, type):
            made = self._runner_of(made)
        self.result = made.run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            sys.exit(5 if self.result.testsRun == 0 and not self.result.skipped else 0)

    def _runner_of(self, kind):
        common = {'verbosity': self.verbosity, 'failfast': self.failfast or False, 'buffer': self.buffer or False,
                  'warnings': self.warnings}
        for options in ({**common, 'tb_locals': self.tb_locals, 'durations': self.durations}, common):
            try:
                return kind(**options)
            except TypeError:
                continue
        return kind()


main = TestProgram
