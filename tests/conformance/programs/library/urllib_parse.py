"""Addresses of the web, without a network."""
from urllib.error import HTTPError, URLError
from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag, urlencode, urljoin,
                          urlparse, urlsplit, urlunparse, urlunsplit)

url = urlparse("https://user:secret@Example.COM:8080/a/b;p?x=1&y=two#top")
print(url)
print(url.scheme, url.netloc, url.hostname, url.port, url.username, url.password, url.geturl(), url._replace(path="/c").geturl())
print(urlsplit("//host/path?q"), urlsplit("mailto:a@b"), urlsplit("/only/path"), urlsplit("http://[::1]:80/").hostname, urlparse("x").geturl())
print(urlunparse(("http", "h", "p", "", "q=1", "f")), urlunsplit(("http", "", "/a", "", "")), urldefrag("http://a/b#c"))
for relative in ["g", "./g", "../g", "../../../g", "/g", "//g", "?y", "#s", "g?y#s", "", ".", "..", "mailto:x", "http:g", "g/./h/../i"]:
    print(relative, urljoin("http://a/b/c/d;p?q", relative), end=" | ")
print()
print(quote("a b/ü?&"), quote("a/b", safe=""), quote_plus("a b&c"), unquote("a%20b%C3%BC%zz+"), unquote_plus("a+b%21"), quote(b"\xff"))
print(urlencode({"q": "a b", "n": 1, "u": "ü"}), urlencode([("a", [1, 2])], doseq=True), urlencode({"a": [1]}))
print(parse_qs("a=1&a=2&b=&c=x+y%26"), parse_qsl("a=1&b=&c", keep_blank_values=True), parse_qs("a=1;b=2", separator=";"))
for wrong in (lambda: urlparse("http://h:99999").port, lambda: urlparse("http://h:x").port, lambda: urlsplit("http://[::1"), lambda: parse_qs("a", strict_parsing=True), lambda: quote(5), lambda: urlencode(["ab"])):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
print(URLError("down"), HTTPError("http://x", 404, "Not Found", None, None), issubclass(HTTPError, OSError))
