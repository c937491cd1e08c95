# What a script may ask about the machine that it runs on; here there is only one, and it is not real.

from collections import namedtuple

uname_result = namedtuple('uname_result', 'system node release version machine', module='platform')


def system():
    return 'Linux'


def node():
    return 'loopglass'


def release():
    return ''


def version():
    return ''


def machine():
    return 'x86_64'


def processor():
    return ''


def uname():
    return uname_result(system(), node(), release(), version(), machine())


def architecture(executable='', bits='', linkage=''):
    return '64bit', 'ELF'


def platform(aliased=False, terse=False):
    return 'Linux-x86_64'


def python_version():
    return '3.14.2'


def python_version_tuple():
    return '3', '14', '0'


def python_implementation():
    return 'CPython'


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    return '', ''


def python_compiler():
    return ''
