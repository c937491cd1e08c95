"""`html.parser`: tags, attributes, references, and texts that come in parts."""
from html.parser import HTMLParser


class P(HTMLParser):
    def handle_starttag(self, t, a): print("start", t, a, self.getpos())
    def handle_endtag(self, t): print("end", t, self.getpos())
    def handle_data(self, d): print("data", repr(d))
    def handle_comment(self, d): print("comment", repr(d))
    def handle_decl(self, d): print("decl", repr(d))
    def handle_pi(self, d): print("pi", repr(d))
    def handle_entityref(self, d): print("entity", d)
    def handle_charref(self, d): print("char", d)
    def unknown_decl(self, d): print("unknown", d)
p = P()
p.feed("""<!DOCTYPE html>
<html><body class=main id='x' disabled data-q="a&amp;b"><h1>Title &amp; more</h1><!-- note -->
<p>See <a href="/one?x=1&amp;y=2">one</a> and <A HREF='/two'>two</A><br/><img src=a.png /></p><ul><li>1<li>2</ul></body></html>
<script>if (a < b && c) { "<p>" }</script><?php x?> 1 < 2 & 3 </>""")
p.close()
print(p.get_starttag_text())
q = P(convert_charrefs=False)
q.feed("a &lt; b &#62; c & d <b")
q.feed(">bold</b")
q.feed(">tail")
q.close()
r = P()
for part in ("<p", ">te", "xt &am", "p; more<", "/p>", "last"): r.feed(part)
r.close()
r.reset()
r.feed("<title>T &amp; <b>x</b></title><p>unclosed <b")
r.close()
