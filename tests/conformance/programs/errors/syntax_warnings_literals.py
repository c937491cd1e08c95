def f():
    for i in range(2):
        try: pass
        finally:
            if 1 is 1: continue
            def g():
                return 1
            "\d"
            "\d"; "\e"
f()
t = t"\d"
"a" (1)
