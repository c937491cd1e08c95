import sys
print("out"); print("err", file=sys.stderr); sys.stdout.write("w\n"); print(sys.stdout.write(""), sys.stderr.write("e\n"))
print("a", "b", sep="", end="!\n", flush=True)
print(1, 2, sep=None, end=None)
class W:
    def write(self, s): sys.stdout.write("[" + s + "]")
    def flush(self): pass
print("x", "y", file=W())
sys.stdout = W(); print("redirected"); sys.stdout = sys.__stdout__; print("\nback")
import io, contextlib
b = io.StringIO()
with contextlib.redirect_stdout(b): print("captured")
print(repr(b.getvalue()))
try: print("x", file=5)
except AttributeError as e: print(e)
