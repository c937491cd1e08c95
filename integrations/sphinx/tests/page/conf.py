# A site for the tests. They say by -D where the assets and the command are.
project = "A course"
extensions = ["loopglass_sphinx"]
html_theme = "basic"
root_doc = "index"
epub_show_urls = "no"
