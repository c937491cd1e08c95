# What the numbers of `os.stat()` mean.

ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME = range(10)
S_IFSOCK, S_IFLNK, S_IFREG, S_IFBLK, S_IFDIR, S_IFCHR, S_IFIFO = (
    0o140000, 0o120000, 0o100000, 0o060000, 0o040000, 0o020000, 0o010000)
S_IFDOOR = S_IFPORT = S_IFWHT = 0
S_ISUID, S_ISGID, S_ISVTX, S_ENFMT = 0o4000, 0o2000, 0o1000, 0o2000
S_IRWXU, S_IRUSR, S_IWUSR, S_IXUSR = 0o700, 0o400, 0o200, 0o100
S_IRWXG, S_IRGRP, S_IWGRP, S_IXGRP = 0o070, 0o040, 0o020, 0o010
S_IRWXO, S_IROTH, S_IWOTH, S_IXOTH = 0o007, 0o004, 0o002, 0o001
S_IREAD, S_IWRITE, S_IEXEC = S_IRUSR, S_IWUSR, S_IXUSR


def S_IMODE(mode, /):
    return mode & 0o7777


def S_IFMT(mode, /):
    return mode & 0o170000


def _asks(kind):
    def function(mode, /):
        return mode & 0o170000 == kind
    return function


S_ISDIR, S_ISCHR, S_ISBLK, S_ISREG = [_asks(_kind) for _kind in (S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG)]
S_ISFIFO, S_ISLNK, S_ISSOCK = [_asks(_kind) for _kind in (S_IFIFO, S_IFLNK, S_IFSOCK)]


def filemode(mode, /):
    letters = {S_IFREG: '-', S_IFDIR: 'd', S_IFLNK: 'l', S_IFBLK: 'b', S_IFCHR: 'c', S_IFIFO: 'p', S_IFSOCK: 's'}
    shown = [letters.get(S_IFMT(mode), '?')]
    for place in range(8, -1, -1):
        shown.append('rwx'[(8 - place) % 3] if mode >> place & 1 else '-')
    for bit, place, letter in ((S_ISUID, 3, 's'), (S_ISGID, 6, 's'), (S_ISVTX, 9, 't')):
        if mode & bit:
            shown[place] = letter if shown[place] == 'x' else letter.upper()
    return ''.join(shown)
