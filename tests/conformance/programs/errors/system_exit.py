import atexit
import sys


@atexit.register
def goodbye():
    print("goodbye")


try:
    sys.exit(3)
except SystemExit as error:
    print("caught", error.code, repr(error))
try:
    sys.exit("leaving")
finally:
    print("finally")
