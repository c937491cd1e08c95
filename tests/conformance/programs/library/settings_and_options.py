"""Settings as texts: `configparser` and `tomllib`, options by `getopt`, colours by `colorsys`; what is said of mistakes."""
import colorsys
import configparser
import getopt
import io
import tomllib


def t(f, *a, **k):
    try:
        return f(*a, **k)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


c = configparser.ConfigParser(allow_no_value=True, inline_comment_prefixes="#")
c.read_string("[a]\nx = 1 # c\nlong = one\n  two\n\n  three\nempty =\nnone\n[b]\ny=%(z)s\nz=%%5\nw = %(nope)s\n")
print(dict(c.items("a")), c["b"]["y"], t(c.get, "b", "w"), c.get("b", "y", raw=True), repr(c["a"]), list(c), len(c))
for s in ("[a]\n[a]", "[a]\nx=1\nx=2", "[a]\nnonsense", "[a]\n= 1", "[a]\nx: %"):
    p = configparser.ConfigParser()
    print(t(p.read_string, s), p.sections(), t(p.get, "a", "x"))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), defaults={"home": "/h"})
e.read_dict({"p": {"dir": "${home}/x", "n": 5}, "q": {"f": "${p:dir}/y", "m": "$$"}})
print(e["q"]["f"], e["q"]["m"], e.getint("p", "n"), e["p"].getint("n"), e["p"].getboolean("zz", True), e["p"].get("zz"), e.getfloat("p", "n", fallback=1), t(e.getboolean, "p", "n"), t(e.add_section, "p"), t(e.set, "p", "n", 5), t(e.options, "zz"), e.defaults())
e["p"]["new"] = "v"
del e["p"]["n"]
o = io.StringIO(); e.write(o, space_around_delimiters=False); print(o.getvalue())
print(t(e.__getitem__, "u"), t(e["p"].__getitem__, "u"), "p" in e, e.has_option("p", "home"), e.remove_option("p", "new"), e.read("none.ini"))
class P(configparser.ConfigParser):
    optionxform = str
p = P(converters={"list": lambda v: v.split(",")}); p.read_string("[S]\nKey = a,b"); print(p.getlist("S", "Key"), p["S"].getlist("Key"), p.items("S"), configparser.RawConfigParser)
for s in ('a = 1\nb.c.d = 2\nb.e = [1, 2,\n 3, ] # x\n[t."x y"]\nk = \'lit\\n\'\nl = """a\\\n   b"""\nd = 1979-05-27\nt = 07:32:00.5\nf = 1e3\ng = -0.5\ni = inf\nm = +1_000\n"q" = "\\u00e9\\t"',
          'a = 1\na = 2', '[a]\n[a]', 'a = ', 'a', '= 1', 'a = [1, 2', 'a = "x', 'a = {b = 1, c = {d = 2}}\n[[p.q]]\nx=1\n[[p.q]]\n[p.q.r]\ny=2', 'a = 1 b = 2', 'a = 01', 'a = "\\q"', '[a\nb=1', "a = '''x''''\n", 'a = true1', 'a = 2020-13-01', 'a.b = 1\na.b.c = 2', '[a]\nb=1\n[a.b]\n', 'k = {a = 1,}', 'x = nan'):
    print(t(tomllib.loads, s))
print(t(tomllib.load, io.BytesIO(b"a = 1")), t(tomllib.load, io.StringIO("")), tomllib.loads("a = 1.10", parse_float=str))
for a in ((["-a", "-bval", "--long", "v", "x"], "ab:", ["long="]), (["--lo", "v"], "", ["long=", "lone"]), (["--lon=v"], "", ["long="]), (["-b"], "b:"), (["--x=1"], "", ["x"]), (["--x"], "", ["x="]), (["a", "-a"], "a"), (["--", "-a"], "a"), (["-"], "")):
    print(t(getopt.getopt, *a), t(getopt.gnu_getopt, *a))
print([tuple(round(v, 4) for v in f(.2, .4, .6)) for f in (colorsys.rgb_to_hls, colorsys.rgb_to_hsv, colorsys.rgb_to_yiq, colorsys.hls_to_rgb, colorsys.hsv_to_rgb, colorsys.yiq_to_rgb)])
