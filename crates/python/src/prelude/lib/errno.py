# Numbers of system errors, as Linux has them.

errorcode = {}
for _name, _code in (pair.split('=') for pair in (
        'EPERM=1 ENOENT=2 ESRCH=3 EINTR=4 EIO=5 ENXIO=6 E2BIG=7 ENOEXEC=8 EBADF=9 ECHILD=10 EAGAIN=11 ENOMEM=12 '
        'EACCES=13 EFAULT=14 EBUSY=16 EEXIST=17 EXDEV=18 ENODEV=19 ENOTDIR=20 EISDIR=21 EINVAL=22 ENFILE=23 '
        'EMFILE=24 ENOTTY=25 EFBIG=27 ENOSPC=28 ESPIPE=29 EROFS=30 EMLINK=31 EPIPE=32 EDOM=33 ERANGE=34 '
        'EDEADLK=35 ENAMETOOLONG=36 ENOSYS=38 ENOTEMPTY=39 ELOOP=40 EPROTO=71 EOVERFLOW=75 EILSEQ=84 '
        'ENOTSOCK=88 EDESTADDRREQ=89 EMSGSIZE=90 EPROTOTYPE=91 ENOPROTOOPT=92 EPROTONOSUPPORT=93 '
        'EOPNOTSUPP=95 EAFNOSUPPORT=97 EADDRINUSE=98 EADDRNOTAVAIL=99 ENETDOWN=100 ENETUNREACH=101 '
        'ECONNABORTED=103 ECONNRESET=104 ENOBUFS=105 EISCONN=106 ENOTCONN=107 ESHUTDOWN=108 ETIMEDOUT=110 '
        'ECONNREFUSED=111 EHOSTDOWN=112 EHOSTUNREACH=113 EALREADY=114 EINPROGRESS=115 ECANCELED=125').split()):
    globals()[_name] = int(_code)
    errorcode[int(_code)] = _name
EWOULDBLOCK = EAGAIN
ENOTSUP = EOPNOTSUPP
del _name, _code
_TEXTS = {
    1: 'Operation not permitted', 2: 'No such file or directory', 3: 'No such process', 4: 'Interrupted system call',
    5: 'Input/output error', 9: 'Bad file descriptor', 11: 'Resource temporarily unavailable',
    12: 'Cannot allocate memory', 13: 'Permission denied', 16: 'Device or resource busy', 17: 'File exists',
    20: 'Not a directory', 21: 'Is a directory', 22: 'Invalid argument', 24: 'Too many open files',
    28: 'No space left on device', 32: 'Broken pipe', 33: 'Numerical argument out of domain',
    34: 'Numerical result out of range', 36: 'File name too long', 39: 'Directory not empty',
    98: 'Address already in use', 104: 'Connection reset by peer', 110: 'Connection timed out',
    111: 'Connection refused', 113: 'No route to host', 115: 'Operation now in progress'}
