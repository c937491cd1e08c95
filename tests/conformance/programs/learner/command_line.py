# A command line with options, groups and subcommands.

import argparse, sys, shlex

def make():
    p = argparse.ArgumentParser(prog='tool', description='A tool that does many things with files and with numbers, for people.', epilog='See you.')
    p.add_argument('files', nargs='+', metavar='FILE', help='files to read')
    p.add_argument('-v', '--verbose', action='count', default=0, help='say more (may be repeated)')
    p.add_argument('-n', '--number', type=int, default=3, help='how many (default: %(default)s)')
    p.add_argument('--level', choices=['low', 'high'], default='low')
    p.add_argument('--no-color', dest='color', action='store_false')
    p.add_argument('-D', action='append', metavar='K=V', default=[])
    p.add_argument('--ratio', type=float, required=False)
    p.add_argument('--feature', action=argparse.BooleanOptionalAction, default=True)
    p.add_argument('--version', action='version', version='%(prog)s 1.2')
    g = p.add_mutually_exclusive_group()
    g.add_argument('--json', action='store_true')
    g.add_argument('--csv', action='store_true')
    o = p.add_argument_group('output', 'where things go')
    o.add_argument('-o', '--out', default='-')
    return p

p = make()
for line in ('a b -vv -n 5 --level high', 'a --no-color -D x=1 -D y=2 --no-feature --json', 'a -- -b', '-n7 a --ratio=.5', 'a --ver'):
    print(line, '=>', end=' ')
    try:
        print(p.parse_args(shlex.split(line)))
    except SystemExit as e:
        print('exit', e.code)
sys.stderr = sys.stdout
for line in ('', 'a -n x', 'a --level mid', 'a --json --csv', 'a --nope', '--help', '--version', 'a -o'):
    print('>', line)
    try:
        print(p.parse_args(shlex.split(line)))
    except SystemExit as e:
        print('exit', e.code)
main = argparse.ArgumentParser(prog='git')
sub = main.add_subparsers(dest='cmd', required=True, help='commands')
add = sub.add_parser('add', help='add things', aliases=['a'])
add.add_argument('path')
add.set_defaults(func=lambda a: f'adding {a.path}')
rm = sub.add_parser('rm')
rm.add_argument('--force', '-f', action='store_true')
rm.set_defaults(func=lambda a: f'rm {a.force}')
for line in ('add x', 'rm -f', 'a y', 'zap', '', '-h', 'add -h'):
    try:
        ns = main.parse_args(line.split())
        print(ns.cmd, ns.func(ns))
    except SystemExit as e:
        print('exit', e.code)

def pos(s):
    v = int(s)
    if v <= 0:
        raise argparse.ArgumentTypeError(f'{s} is not positive')
    return v

q = argparse.ArgumentParser(exit_on_error=False, add_help=False, formatter_class=argparse.ArgumentDefaultsHelpFormatter, prog='q')
q.add_argument('n', type=pos, nargs='?', default=1, help='a number')
q.add_argument('--pt', nargs=2, type=float, default=(0, 0), help='a point')
q.add_argument('--mode', const='fast', nargs='?', default='slow')
print(q.format_help(), q.format_usage())
print(q.parse_args([]), q.parse_args(['--pt', '1', '2', '--mode']), q.parse_known_args(['4', '--zz', '1']))
try:
    q.parse_args(['-5'])
except argparse.ArgumentError as e:
    print('AE', e)
try:
    q.parse_args(['0'])
except argparse.ArgumentError as e:
    print('AE', e)
ns = argparse.Namespace(a=1, b='x')
print(ns, vars(ns), 'a' in ns, ns == argparse.Namespace(a=1, b='x'))
