"""The files of Loopglass that a built site needs: copied into it, so that it needs no other host."""

import shutil
from pathlib import Path

from sphinx.errors import ExtensionError

from .nodes import loopglass

# Where they go in the built site, below its static files.
FOLDER = "loopglass"
# Of the files of `dist/`, those that a frame needs. The page itself stays behind.
WANTED = ("embed.js", "embed.d.ts", "embed.html", "embed-page.js", "embed-type.js", "embed-wasm.js", "licences.txt", "*.css")


def source(config):
    """The folder that they come from: as configured, else what is packed with this package."""
    return Path(config.loopglass_assets or Path(__file__).parent / "assets")


def is_web(app):
    """Whether a build makes pages that run scripts."""
    return app.builder.format == "html" and app.builder.name != "epub"


def add_script(app, pagename, templatename, context, doctree):
    """Adds the script to pages that hold a program, and to no others."""
    if is_web(app) and doctree is not None and next(iter(doctree.findall(loopglass)), None) is not None:
        app.add_js_file(f"{FOLDER}/embed.js")


def copy_assets(app, exception):
    """Copies the files at the end of a build that went well."""
    if exception is not None or not is_web(app):
        return
    folder = source(app.config)
    if not (folder / "embed.js").is_file():
        raise ExtensionError(
            f"loopglass: {folder} holds no embed.js. Set loopglass_assets in conf.py to the folder dist/ that "
            "`cargo xtask build` makes, or that a release archive holds."
        )
    goal = Path(app.outdir, "_static", FOLDER)
    if goal.is_dir():
        # The names of some files change with what is in them.
        shutil.rmtree(goal)
    goal.mkdir(parents=True)
    for pattern in WANTED:
        for file in folder.glob(pattern):
            shutil.copyfile(file, goal / file.name)
