"""The node of a program, and how builders write it: an element on the web, and elsewhere what the element holds."""

from html import escape

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

logger = logging.getLogger(__name__)

SVG = "image/svg+xml"
PDF = "application/pdf"


class loopglass(nodes.General, nodes.Element):
    """A program and a moment of its run. Its child is what readers get who cannot step through it."""


def visit_html(self, node):
    """Opens the element; the program is a child that is not shown, unless it is shown as the fallback."""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in node["attributes"].items())
    ids = "".join(f'<span id="{escape(name)}"></span>' for name in node["ids"])
    classes = escape(" ".join(["loopglass", *node["classes"]]))
    self.body.append(f'{ids}<loop-glass class="{classes}"{attributes}>')
    if node["code"] is not None:
        self.body.append(f"<pre hidden>\n{escape(node['code'])}</pre>")


def depart_html(self, node):
    """Closes the element."""
    self.body.append("</loop-glass>\n")


def visit_other(self, node):
    """Elsewhere nothing is around the fallback."""


def depart_other(self, node):
    """As above."""


class Fallback(SphinxPostTransform):
    """Puts the program, and a note, in place of its picture where a builder has no use for the picture."""

    # Before images are converted, so that none is looked for that will not be there.
    default_priority = 50

    def run(self, **kwargs):
        programs = list(self.document.findall(loopglass))
        if not programs or self.takes_pictures():
            return
        if PDF in self.app.builder.supported_image_types:
            logger.warning(
                "loopglass: programs stand in place of their pictures, since nothing here makes a PDF of an SVG. "
                "Install rsvg-convert, inkscape or the Python package cairosvg, or set loopglass_converter.",
                type="loopglass",
                subtype="converter",
                once=True,
            )
        for node in programs:
            node.children = []
            if node["code"] is not None:
                node += nodes.literal_block(node["code"], node["code"], language="python")
            node += self.note(node)

    def note(self, node):
        """What is said to those who see no picture: where the program can be stepped through."""
        scenario = node["attributes"].get("scenario")
        what = f"The program “{scenario}” of Loopglass" if scenario else "This program"
        paragraph = nodes.paragraph("", "", nodes.emphasis(text=f"{what} can be stepped through in the web version"))
        base = self.config.html_baseurl
        if base:
            address = f"{base.rstrip('/')}/{self.env.docname}.html"
            paragraph += [nodes.Text(": "), nodes.reference("", address, refuri=address)]
        paragraph += nodes.Text(".")
        return paragraph

    def takes_pictures(self):
        """Whether the builder shows drawings, by itself or with the help of what converts them."""
        from .pictures import converter

        types = self.app.builder.supported_image_types
        if SVG in types:
            return True
        others = (name for name in self.app.extensions if "imgconverter" in name or "svg" in name)
        return bool(types) and (any(others) or (PDF in types and converter(self.config) is not None))
