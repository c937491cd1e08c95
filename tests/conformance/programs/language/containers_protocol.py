class Board:
    def __init__(self):
        self.cells = {}

    def __getitem__(self, key):
        print("get", key)
        return self.cells[key]

    def __setitem__(self, key, value):
        print("set", key, value)
        self.cells[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.cells[key]

    def __missing__(self, key):
        return "never asked"

    def __getattr__(self, name):
        return f"no {name}"


board = Board()
board[1, 2] = "x"
board[1:3] = "y"
board[...] = 0
print(board[1, 2], board[1:3], board.colour)
board[...] += 5
del board[1, 2]
print(board.cells)


class Defaults(dict):
    def __missing__(self, key):
        self[key] = key * 2
        return self[key]


d = Defaults(a=1)
print(d["a"], d["b"], d, d.get("c"))
