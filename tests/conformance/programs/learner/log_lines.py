# Regular expressions that take log lines and small languages apart.

import re
log = "2024-01-05 12:30:01 [INFO] server: started on port 8080\n2024-01-05 12:31:17 [ERROR] db: connection lost (retry=3)\n2024-01-06 00:00:00 [WARN] server: slow request took 1532ms\ngarbage line\n2024-02-29 23:59:59 [ERROR] auth: user 'bob' denied"
pat = re.compile('\n    ^(?P<date>\\d{4}-\\d\\d-\\d\\d)\\s      # date\n    (?P<time>[\\d:]+)\\s\n    \\[(?P<level>\\w+)\\]\\s\n    (?P<src>\\w+):\\s(?P<msg>.*)$\n', re.VERBOSE | re.MULTILINE)
for m in pat.finditer(log):
    print(m.groupdict(), m.span('msg'), m.lastgroup, m.lastindex)
print(pat)
print(re.findall('(\\w+)=(\\d+)', 'a=1, b=22 c=x d=4'), re.findall('\\d+', 'a1b22'))
print(re.sub('(?P<n>\\d+)', lambda m: str(int(m['n']) * 2), '1 and 22'), re.subn('a', 'b', 'banana', count=2))
print(re.sub('(\\w+) (\\w+)', '\\2 \\g<1>!', 'hello world'), re.split('[,;]\\s*', 'a, b;c,  d', maxsplit=2), re.split('(-)', 'a-b-c'))
print(re.sub('(?<=\\d)(?=(\\d{3})+$)', ',', '1234567'))
print(re.match('(?i)HELLO', 'hello'), re.fullmatch('\\d+', '12a'), re.search('(?<!a)b', 'abcb'))
print(re.escape('a.b*c?[x]'), re.compile('a|b', re.I | re.S).flags, re.compile('x').pattern)
m = re.match('(\\w+)@(\\w+)\\.com(?:\\.(\\w+))?', 'joe@example.com')
print(m.group(), m.group(1, 2), m.groups('none'), m[1], m.start(2), m.end(), m.expand('\\1 at \\2'), m.string, m.re.groups, m.re.groupindex)

for bad in ['(', 'a**', '[z-a]', '(?P<a>x)(?P<a>y)', '\\', '(?<=a+)b', '*a', 'a{2,1}', '(?P=foo)', '[abc', '\\q', '(?z)', 'x)']:
    try:
        re.compile(bad)
        print('ok', bad)
    except re.error as e:
        print(bad, '->', e, e.pos, e.lineno, e.colno)
print(re.error, re.PatternError.__name__, re.NOFLAG, re.I, re.A | re.M, repr(re.IGNORECASE))
print(re.findall('\\b(\\w)(\\w*)\\b', 'the quick fox'), re.sub('\\s+', ' ', '  many   spaces\there ').strip())
sc = re.Scanner([('\\d+', lambda s, t: int(t)), ('[a-z]+', lambda s, t: t), ('\\s+', None)])
print(sc.scan('abc 12 de ?x'))
print(re.compile('(a)(b)?').fullmatch('a').groups(), re.findall('a*', 'baac'), re.sub('x*', '-', 'abxd'))
print(re.split('\\b', 'hi there'), re.match('(.)(.)(.)', 'abc')[2], re.search('(?s)a.b', 'a\nb'))
try:
    m['nope']
except IndexError as e:
    print(e)
try:
    re.sub('(a)', '\\2', 'a')
except re.error as e:
    print(e)
text = 'Isaac Newton, physicist'
print(re.match('(?P<first>\\w+) (?P<last>\\w+)', text).groupdict())
print(re.sub('(?P<a>x)|y', '[\\g<a>]', 'xyx'), re.match('(?:a|ab)(?:c|bcd)(d*)', 'abcd').groups(), re.findall('(?=(\\w{3}))', 'abcde'))
print(bool(re.match('^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$', '192.168.1.1')), re.compile('(?>a+)b').match('aab'), re.compile('a++b').search('caab'))
