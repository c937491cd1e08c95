import difflib
a="""alpha
beta
gamma
delta
epsilon
zeta
eta
theta
iota
kappa
""".splitlines(True)
b="""alpha
betta
gamma
delta
epsilom
zeta
eta
theta
iota
lambda
kappa
""".splitlines(True)
print(''.join(difflib.ndiff(a,b)))
print(''.join(difflib.unified_diff(a,b,'x','y',n=1)))
print(''.join(difflib.context_diff(a,b,'x','y','d1','d2')))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
s=difflib.SequenceMatcher(None,'private Thread currentThread;','private volatile Thread currentThread;')
print(s.ratio(), s.get_matching_blocks(), s.get_opcodes())
s=difflib.SequenceMatcher(lambda x:x==' ','private Thread currentThread;','private volatile Thread currentThread;')
print(round(s.ratio(),3), s.get_matching_blocks(), s.quick_ratio())
print(list(difflib.ndiff(["['a', 'b']"],["['a', 'c', 'b']"])))
print(list(difflib.ndiff(["a\tbc","x","y","z"],["q","w"])))
print(list(difflib.restore(difflib.ndiff(a,b),2))==b)
