class Loud:
    def __del__(self):
        raise ValueError("in del")


Loud()
print("goes on")
