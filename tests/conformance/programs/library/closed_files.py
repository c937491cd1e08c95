"""What is said of reading, writing and asking a file that is closed, in each of the layers."""


def tried(name, *args):
    try:
        return name, getattr(file, name)(*args)
    except Exception as error:
        return name, type(error).__name__, str(error)


for mode, buffering in (("w", -1), ("r", -1), ("wb", -1), ("rb", -1), ("r+b", -1), ("rb", 0)):
    with open("closed", mode, buffering) as file:
        pass
    print(mode, type(file).__name__, file.closed, file.close())
    for name in ("read", "flush", "tell", "readable", "writable", "seekable", "fileno", "isatty", "readline", "readlines",
                 "truncate", "__enter__", "__next__", "__iter__"):
        print("   ", *tried(name))
    print("   ", *tried("seek", 0), *tried("write", b"x" if "b" in mode else "x"))
    print("   ", *tried("writelines", ["x"]), *tried("readinto", bytearray(2)) if mode == "rb" else "")
