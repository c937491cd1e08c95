try:
    raise KeyboardInterrupt
except Exception:
    print("not an Exception")
except KeyboardInterrupt:
    print("caught")
raise KeyboardInterrupt("stop")
