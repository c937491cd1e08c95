# Code that compiles, but not without a word.
print("before")
if 1 is "x":
    print("never")
print("after", [1, 2][0])
