"""A Sphinx extension with one directive, ``.. loopglass::``.

It puts an asyncio program and a moment of its run into a page. On the web that is a program to step through; for readers
without JavaScript, in EPUB and in PDF it is a picture of the moment, or the program itself where no picture can be had.
"""

from .assets import add_script, copy_assets
from .directive import Loopglass
from .nodes import Fallback, depart_html, depart_other, loopglass, visit_html, visit_other
from .pictures import ToPdf

__version__ = "0.1.0"


def setup(app):
    """Connects the extension to a build."""
    app.add_config_value("loopglass_assets", None, "html")
    app.add_config_value("loopglass_command", "loopglass", "env")
    app.add_config_value("loopglass_width", 960, "env")
    app.add_config_value("loopglass_converter", None, "env")
    other = (visit_other, depart_other)
    app.add_node(
        loopglass, html=(visit_html, depart_html), epub=other, latex=other, text=other, man=other, texinfo=other
    )
    app.add_directive("loopglass", Loopglass)
    app.add_post_transform(Fallback)
    app.add_post_transform(ToPdf)
    app.connect("html-page-context", add_script)
    app.connect("build-finished", copy_assets)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
