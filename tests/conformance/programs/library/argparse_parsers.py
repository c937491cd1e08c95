import argparse, sys

p = argparse.ArgumentParser(
    prog="tool",
    description="A tool that does many things and has a long description that needs wrapping over lines.",
    epilog="Bye.",
)
p.add_argument("name", help="the name")
p.add_argument("extras", nargs="*", type=int, help="numbers")
p.add_argument("-v", "--verbose", action="count", default=0, help="more words")
p.add_argument("-n", "--count", type=int, default=3, metavar="N", help="how many (default: %(default)s)")
p.add_argument("--level", choices=["low", "high"], default="low")
p.add_argument("--flag", action="store_true")
p.add_argument(
    "--no-x",
    dest="x",
    action="store_false",
    help="a very long help text that certainly needs to be wrapped because it does not fit into the width of the terminal",
)
p.add_argument("--tag", action="append")
p.add_argument("--pair", nargs=2, metavar=("A", "B"))
p.add_argument("--feature", action=argparse.BooleanOptionalAction, default=True, help="feature")
p.add_argument("--version", action="version", version="%(prog)s 1.0")
g = p.add_mutually_exclusive_group()
g.add_argument("--a", action="store_true")
g.add_argument("--b", type=float)
p.print_help()
p.print_usage()


def t(*a, parser=p):
    try:
        print(parser.parse_args(list(a)))
    except SystemExit as e:
        print("exit", e.code)
    sys.stdout.flush()


t("x")
t("x", "1", "2", "-vv", "-n", "5")
t("x", "-n7", "--level=high", "--tag", "a", "--tag=b", "--flag")
t("--pair", "1", "2", "x", "--no-feature", "--no-x")
t()
t("x", "y")
t("x", "-n")
t("x", "--level", "mid")
t("x", "--bogus", "3")
t("x", "--a", "--b", "1")
t("x", "--fl")
t("x", "--f")
t("--version")
t("x", "--count=abc")
t("x", "-vn2")
t("-h")
t("x", "--pair", "1")
t("x", "--", "-5")
t("x", "-5")
t("x", "--flag=1")
t("x", "1", "--flag", "2")
s = argparse.ArgumentParser(prog="git")
s.add_argument("--dir", default=".")
sub = s.add_subparsers(dest="command", required=True, help="sub-commands", metavar="CMD")
a = sub.add_parser("add", help="add things", aliases=["a"])
a.add_argument("files", nargs="+")
a.set_defaults(func=print)
c = sub.add_parser("commit", help="commit things")
c.add_argument("-m", "--message", required=True)
s.print_help()
t("add", "x", "y", parser=s) if False else None


def t2(*a):
    try:
        n = s.parse_args(list(a))
        print({k: v for k, v in vars(n).items() if k != "func"})
    except SystemExit as e:
        print("exit", e.code)


t2("add", "x", "y")
t2("--dir", "d", "commit", "-m", "hi")
t2()
t2("push")
t2("commit")
t2("add")
t2("add", "-h")
t2("a", "z", "--bad")
d = argparse.ArgumentParser(prog="d", formatter_class=argparse.ArgumentDefaultsHelpFormatter, usage="%(prog)s [stuff]")
gr = d.add_argument_group("special", "Special things.")
gr.add_argument("--one", default=1, help="first")
d.add_argument("pos", nargs="?", default="q", help="p")
d.print_help()
print(d.parse_args([]), d.parse_known_args(["--zap", "1", "2"]))
r = argparse.ArgumentParser(prog="r")
r.add_argument("cmd")
r.add_argument("rest", nargs=argparse.REMAINDER)
t("go", "--x", "y", parser=r)
r.print_usage()
e = argparse.ArgumentParser(prog="e", exit_on_error=False)
e.add_argument("--i", type=int)
try:
    e.parse_args(["--i", "z"])
except argparse.ArgumentError as er:
    print("AE", er)
m = argparse.ArgumentParser(prog="m")
mg = m.add_mutually_exclusive_group(required=True)
mg.add_argument("--foo")
mg.add_argument("--bar", action="store_const", const=4)
m.print_usage()
t(parser=m)
t("--bar", parser=m)
print(
    argparse.Namespace(a=1, b="x"), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1)
)


def pos(s):
    v = int(s)
    if v < 0:
        raise argparse.ArgumentTypeError(f"{v} is negative")
    return v


q = argparse.ArgumentParser(prog="q")
q.add_argument("--p", type=pos)
t("--p", "-3", parser=q)
t("--p", "3", parser=q)
t("--p=-3", parser=q)
print(p.parse_args(["n"]).count, argparse.ArgumentParser().prog)
