"""Objects that give their bytes by `__buffer__`, arrays among them; the arguments that immutable values are made of."""
import random
from array import array
from collections.abc import Buffer


class Packet:
    def __init__(self, text):
        self.text = text

    def __buffer__(self, flags):
        return memoryview(self.text.encode())


print(bytes(array("h", [1, 2])), bytearray(array("B", b"xy")), bytes(array("d", [1.5])), bytes(Packet("hé")))
print([isinstance(one, Buffer) for one in (b"", bytearray(), memoryview(b""), array("i"), Packet(""), "", [])])
print("x".__getnewargs__(), (1).__getnewargs__(), (1, 2).__getnewargs__(), 1.5.__getnewargs__(), b"z".__getnewargs__())


class Text(str):
    pass


print(Text("q").__getnewargs__(), Text("q").__reduce_ex__(2)[1])
system = random.SystemRandom()
system.seed(1)
try:
    system.getstate()
except NotImplementedError as error:
    print(error)
print(0 <= system.random() < 1, isinstance(system, random.Random), type(system).__name__)
