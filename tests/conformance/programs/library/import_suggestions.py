# What is suggested for a name that an import did not find: those of the package, not of the module in it.
import traceback

for line in (
    "from collections import dequee",
    "from collections.abc import Iterabl",
    "from collections.abc import deqe",
    "from unittest.mock import TestCas",
    "from os.path import joi",
    "from concurrent.futures import ThreadPoolExecuto",
    "from logging.handlers import getLoger",
):
    try:
        exec(line)
    except ImportError as error:
        print(traceback.format_exception_only(error)[-1].strip())
