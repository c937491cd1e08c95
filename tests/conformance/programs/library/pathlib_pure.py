"""Paths as texts."""
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath("/usr", "lib", "../share/./app.tar.gz")
print(p, repr(p), p.parts, p.name, p.stem, p.suffix, p.suffixes, p.parent, list(p.parents)[-1], p.root, p.anchor)
print(p / "x", "a" / PurePath("b"), p.with_name("z.txt"), p.with_suffix(".zip"), p.with_stem("data"), p.is_absolute(), p.joinpath("a", "/b"))
print(p.relative_to("/usr"), p.is_relative_to("/usr/lib"), p.match("*.gz"), PurePath("a/b/c.py").full_match("a/**/*.py"), PurePath("a") < PurePath("b"), PurePath("a//b") == PurePath("a/b"))
print(PurePath(), PurePath("."), PurePath("..") / "x", PurePath("/") / "a", PurePath("a", "b").as_posix(), Path("data") / "x.txt", Path("x.txt").suffix, {PurePath("a"): 1}[PurePath("a")])
for wrong in (lambda: p.relative_to("/etc"), lambda: PurePath("a").with_name("b/c"), lambda: PurePath("/").with_name("x"), lambda: PurePath("a").with_suffix("x"), lambda: PurePath(5), lambda: PurePath("a") / 5):
    try:
        print(wrong())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
print(PurePath("/a/b").relative_to("/a/c/d", walk_up=True), sorted([PurePath("b"), PurePath("/a"), PurePath("a/c"), PurePath("a")]), PurePath("a").full_match("a/**"))
for wrong in (lambda: p.relative_to("x/..", walk_up=True), lambda: PurePath("/a").relative_to("b", walk_up=True), lambda: PurePath("/").with_name("")):
    try:
        print(wrong())
    except ValueError as error:
        print(error)
