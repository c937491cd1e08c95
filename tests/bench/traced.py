"""Runs a script and prints the processor time that it took on stderr: plainly, or (`--trace`) while a line
recorder notes every line with `sys.settrace`."""

import sys
import time

trace, path = "--trace" in sys.argv, sys.argv[-1]
with open(path) as file:
    code = compile(file.read(), path, "exec")
lines = []


def recorder(frame, event, arg):
    if frame.f_code.co_filename != path:
        return None
    if event == "line":
        lines.append((frame.f_code, frame.f_lineno))
    return recorder


begin = time.process_time()
if trace:
    sys.settrace(recorder)
exec(code, {"__name__": "__main__"})
sys.settrace(None)
print(f"ms {(time.process_time() - begin) * 1e3}", file=sys.stderr)
