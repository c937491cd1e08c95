# Time zones by name. There are no files with their rules here: UTC alone is known.

from datetime import timedelta, tzinfo

__all__ = ['ZoneInfo', 'reset_tzpath', 'available_timezones', 'TZPATH', 'ZoneInfoNotFoundError',
           'InvalidTZPathWarning']

TZPATH = ()
_UTC = ('UTC', 'Etc/UTC', 'Zulu', 'Etc/Zulu', 'Universal', 'Etc/Universal', 'UCT', 'Etc/UCT', 'GMT', 'Etc/GMT')
_made = {}


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


class ZoneInfo(tzinfo):
    def __new__(cls, key):
        if key not in _UTC:
            raise ZoneInfoNotFoundError(f'No time zone found with key {key}: Loopglass knows UTC alone; use '
                                        'datetime.timezone(timedelta(hours=…)) for a fixed offset')
        if key not in _made:
            _made[key] = made = super().__new__(cls)
            made._key = key
        return _made[key]

    @classmethod
    def no_cache(cls, key):
        return cls(key)

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        pass

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt):
        return timedelta(0)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return 'GMT' if 'GMT' in self._key else 'UTC'

    def fromutc(self, dt):
        return dt

    def __str__(self):
        return self._key

    def __repr__(self):
        return f'zoneinfo.ZoneInfo(key={self._key!r})'


def available_timezones():
    return set(_UTC)


def reset_tzpath(to=None):
    pass
