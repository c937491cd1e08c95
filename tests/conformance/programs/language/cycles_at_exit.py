class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name, D)
z = D('z')
a = D('a')
_b = D('_b')
c = D('c')
cyc = D('cyc'); cyc.me = cyc
cyc2 = D('cyc2'); cyc2.me = cyc2
lost = D('lost'); lost.me = lost
del lost
