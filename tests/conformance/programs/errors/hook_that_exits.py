"""A hook for uncaught exceptions that ends the run by sys.exit: its status is the run's, and nothing more is told."""
import sys
def hook(kind, value, tb):
    print("hooked", kind.__name__, value, tb.tb_next.tb_frame.f_code.co_name)
    sys.exit(9)
sys.excepthook = hook
def f(): 1 / 0
f()
