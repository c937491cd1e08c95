# Options of a command line, as C reads them.

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    def __init__(self, msg, opt=''):
        self.msg, self.opt = msg, opt
        super().__init__(msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found, args = [], list(args)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            return found, args[1:]
        args = _take(found, args, shortopts, longopts)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    found, others, args = [], [], list(args)
    stops = shortopts.startswith('+')
    shortopts = shortopts.removeprefix('+')
    while args:
        if args[0] == '--':
            others += args[1:]
            break
        if args[0].startswith('-') and args[0] != '-':
            args = _take(found, args, shortopts, longopts)
        elif stops:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return found, others


def _take(found, args, shortopts, longopts):
    # Adds the options of the first argument, and gives what is left.
    first, rest = args[0], args[1:]
    if first.startswith('--'):
        name, given, value = first[2:].partition('=')
        wants, name = _long(name, longopts)
        if wants and not given:
            if wants == 'maybe':
                value = ''
            elif not rest:
                raise GetoptError(f'option --{name} requires argument', name)
            else:
                value, rest = rest[0], rest[1:]
        elif given and not wants:
            raise GetoptError(f'option --{name} must not have an argument', name)
        found.append((f'--{name}', value))
        return rest
    letters = first[1:]
    while letters:
        letter, letters = letters[0], letters[1:]
        at = shortopts.find(letter)
        if at < 0 or letter == ':':
            raise GetoptError(f'option -{letter} not recognized', letter)
        value = ''
        if shortopts[at + 1:at + 2] == ':':
            if not letters and shortopts[at + 2:at + 3] != ':':
                if not rest:
                    raise GetoptError(f'option -{letter} requires argument', letter)
                letters, rest = rest[0], rest[1:]
            value, letters = letters, ''
        found.append((f'-{letter}', value))
    return rest


def _long(name, longopts):
    # Whether a long option wants an argument, and its whole name.
    fitting = [one for one in longopts if one.startswith(name)]
    if not fitting:
        raise GetoptError(f'option --{name} not recognized', name)
    for ending, wants in (('', False), ('=', True), ('=?', 'maybe')):
        if name + ending in fitting:
            return wants, name
    if len(fitting) > 1:
        raise GetoptError(f'option --{name} not a unique prefix; possible options: ' + ', '.join(fitting), name)
    whole = fitting[0]
    if whole.endswith('=?'):
        return 'maybe', whole[:-2]
    return whole.endswith('='), whole.removesuffix('=')
