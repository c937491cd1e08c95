"""Pictures for builders that take no SVG, LaTeX above all: made into PDF where something on this machine can do it."""

import importlib.util
import shlex
import shutil
import subprocess
import sys

from sphinx.transforms.post_transforms.images import ImageConverter
from sphinx.util import logging

from .nodes import PDF, SVG, loopglass

logger = logging.getLogger(__name__)

# What can make a PDF of a picture, as it is called; the first that is there is taken.
COMMANDS = (
    ("rsvg-convert", "-f", "pdf", "-o", "{pdf}", "{svg}"),
    ("inkscape", "--export-type=pdf", "--export-filename={pdf}", "{svg}"),
)
# How long one picture may take, in seconds.
PATIENCE = 120


def converter(config):
    """The command that makes a PDF of a picture, or None: as configured, else what is found."""
    if config.loopglass_converter is not None:
        return shlex.split(config.loopglass_converter) or None
    for command in COMMANDS:
        if shutil.which(command[0]):
            return list(command)
    if importlib.util.find_spec("cairosvg"):
        return [sys.executable, "-m", "cairosvg", "{svg}", "-o", "{pdf}"]
    return None


class ToPdf(ImageConverter):
    """Makes the pictures of programs into PDF, and no others: those are for the extensions that a site chooses."""

    conversion_rules = [(SVG, PDF)]

    def match(self, node):
        return isinstance(node.parent, loopglass) and super().match(node)

    def is_available(self):
        return converter(self.config) is not None

    def convert(self, _from, _to):
        line = [part.format(svg=_from, pdf=_to) for part in converter(self.config)]
        try:
            done = subprocess.run(line, capture_output=True, text=True, timeout=PATIENCE, check=False)
            problem = done.stderr.strip() if done.returncode else ""
        except (OSError, subprocess.TimeoutExpired) as error:
            done, problem = None, str(error)
        if done is None or done.returncode:
            logger.warning("loopglass: `%s` could not convert a picture: %s", line[0], problem, type="loopglass")
            return False
        return True
