"""Words of a command line that name files with more of them, options that are deprecated, metavars that do not fit."""
import argparse
import sys

sys.stderr = sys.stdout
with open("more.txt", "w") as file:
    file.write("--level\n3\n@deeper.txt\nlast one\n")
with open("deeper.txt", "w") as file:
    file.write("inner\n")


class Words(argparse.ArgumentParser):
    def convert_arg_line_to_args(self, arg_line):
        return arg_line.split()


for kind in (argparse.ArgumentParser, Words):
    parser = kind(prog="tool", fromfile_prefix_chars="@%", color=False)
    parser.add_argument("--level", type=int)
    parser.add_argument("--old", "-o", action="store_true", deprecated=True)
    parser.add_argument("words", nargs="*")
    for line in (["first", "@more.txt"], ["%deeper.txt"], ["--old", "-o", "-o"], ["a@b"], []):
        print(parser.parse_args(line))
git = argparse.ArgumentParser(prog="git", color=False)
verbs = git.add_subparsers(dest="verb")
verbs.add_parser("add", deprecated=True).add_argument("path")
verbs.add_parser("log", aliases=["l"])
for line in (["add", "x"], ["l"]):
    print(git.parse_args(line))
for metavar, nargs in ((("A",), 2), (("A", "B"), 2), (("A", "B"), None), (("A", "B"), "+"), (("A",), "?")):
    try:
        git.add_argument(f"--x{len(git._actions)}", nargs=nargs, metavar=metavar)
        print(metavar, nargs)
    except ValueError as error:
        print(error)
