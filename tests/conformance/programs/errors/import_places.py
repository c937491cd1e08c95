# Where a module comes from stands in the error, in its text and in its __file__.
import asyncio
import collections.abc
import importlib
import json
import math
import os
import sys

for text in (
    "from collections import Mapping", "from os import nope", "from math import nope", "from asyncio import nope",
    "from json.decoder import nope", "from collections.abc import Nope", "from typing import Lst", "from sys import nope",
    "from asyncio.tasks import nope", "from re import nope", "from time import nope", "from datetime import nope",
):
    try:
        exec(text)
    except ImportError as error:
        print(error, "|", error.name, error.name_from)

for module in (asyncio, collections.abc, json, math, os, sys, asyncio.queues, importlib):
    print(module, getattr(module, "__file__", None))

try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
from collections import Iterable
