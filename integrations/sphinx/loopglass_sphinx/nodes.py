"""The node of a program, and how builders write it: an element on the web, and elsewhere what the element holds."""

from html import escape

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform


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
    """Puts the program in place of its picture where a builder has no use for the picture."""

    # Before images are converted, so that none is looked for that will not be there.
    default_priority = 50

    def run(self, **kwargs):
        for node in list(self.document.findall(loopglass)):
            if node["code"] is not None and not self.takes_pictures():
                node.children = []
                node += nodes.literal_block(node["code"], node["code"], language="python")

    def takes_pictures(self):
        """Whether the builder shows drawings, by itself or with the help of an extension that converts them."""
        builder = self.app.builder
        if "image/svg+xml" in builder.supported_image_types:
            return True
        converters = (name for name in self.app.extensions if "imgconverter" in name or "svg" in name)
        return bool(builder.supported_image_types) and any(converters)
