"""The directive: reads its options and its program, and has the picture of the moment drawn."""

import hashlib
import os
import subprocess
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from .nodes import loopglass

logger = logging.getLogger(__name__)

# How long the picture of one moment may take, in seconds.
PATIENCE = 120


def one_of(*choices):
    """An option that is one of these words."""
    return lambda argument: directives.choice(argument, choices)


def moment(argument):
    """A moment of a run: ``3.12``, ``3``, ``start`` or ``end``."""
    text = (argument or "").strip()
    if text in ("start", "end") or all(part.isdigit() for part in text.split(".", 1)):
        return text
    raise ValueError("a moment is an iteration and an event in it, like 3.12, or start or end")


def height(argument):
    """Pixels, or ``auto``."""
    return "auto" if (argument or "").strip() == "auto" else str(directives.positive_int(argument))


class Loopglass(SphinxDirective):
    """``.. loopglass::`` with a program in its body, in ``:file:`` or named by ``:scenario:``."""

    has_content = True
    option_spec = {
        "file": directives.unchanged_required,
        "scenario": directives.unchanged_required,
        "at": moment,
        "granularity": one_of("handoff", "line", "task step", "iteration"),
        "view": one_of("essentials", "exact"),
        "panels": directives.unchanged_required,
        "theme": one_of("light", "dark"),
        "height": height,
        "loading": one_of("lazy", "eager", "click"),
        "predict": directives.flag,
        "readonly": directives.flag,
        "title": directives.unchanged_required,
        "alt": directives.unchanged_required,
        "class": directives.class_option,
        "name": directives.unchanged,
    }

    def run(self):
        given = [bool(self.content), "file" in self.options, "scenario" in self.options]
        if sum(given) != 1:
            raise self.error("loopglass needs one program: in its body, in :file: or named by :scenario:")
        if "file" in self.options:
            relative, path = self.env.relfn2path(self.options["file"])
            self.env.note_dependency(relative)
            try:
                code = Path(path).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as problem:
                raise self.error(f"loopglass cannot read {relative}: {problem}") from problem
        else:
            path, code = None, "\n".join(self.content) + "\n" if self.content else None
        node = loopglass("", classes=self.options.get("class", []), code=code)
        node["attributes"] = self.attributes()
        node["language"] = "python"
        self.set_source_info(node)
        self.add_name(node)
        picture = self.picture(path, code)
        if picture is not None:
            image = nodes.image("", uri=picture, alt=self.options.get("alt") or self.alternative(code))
            self.set_source_info(image)
            node += image
        elif code is not None:
            node += nodes.literal_block(code, code, language="python")
        return [node]

    def attributes(self):
        """What the element on the web is given."""
        names = "scenario at granularity view panels theme height loading title".split()
        found = {name: self.options[name] for name in names if name in self.options}
        found.update({flag: "" for flag in ("predict", "readonly") if flag in self.options})
        return found

    def alternative(self, code):
        """What is said in place of the picture."""
        return "The program and a moment of its run: " + (self.options.get("scenario") or " ".join(code.split())[:200])

    def picture(self, path, code):
        """Where the picture of the moment is, for an image node; None if it cannot be drawn."""
        command = os.fspath(self.config.loopglass_command or "")
        if not command:
            return None
        arguments = ["--at", self.options.get("at", "start"), "--width", str(self.config.loopglass_width)]
        for name in ("theme", "view", "panels"):
            if name in self.options:
                arguments += [f"--{name}", self.options[name]]
        source = path or ("-" if code is not None else f"scenario:{self.options['scenario']}")
        key = hashlib.sha256("\0".join([code or source, *arguments]).encode()).hexdigest()[:20]
        folder = Path(self.env.doctreedir, "loopglass")
        out = folder / f"{key}.svg"
        if not out.exists():
            folder.mkdir(parents=True, exist_ok=True)
            # Drawn beside its place and then put there: pages may be read in parallel.
            draft = folder / f"{key}.{os.getpid()}.svg"
            line = [command, "render", source, *arguments, "-o", os.fspath(draft)]
            text = code if source == "-" else None
            try:
                done = subprocess.run(
                    line, input=text, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, check=False
                )
            except (OSError, subprocess.TimeoutExpired) as problem:
                self.warn(f"no picture is drawn, since `{command}` cannot be run: {problem}")
                return None
            if done.returncode != 0:
                self.warn(f"no picture is drawn: {done.stderr.strip()}")
                return None
            draft.replace(out)
        return os.path.relpath(out, Path(self.env.doc2path(self.env.docname)).parent).replace(os.sep, "/")

    def warn(self, message):
        """Says what is wrong at this place of the document."""
        logger.warning("loopglass: %s", message, location=self.get_location(), type="loopglass")
