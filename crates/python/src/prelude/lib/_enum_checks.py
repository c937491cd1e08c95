# What `enum.verify` looks for.

from enum import Flag


def continuous(enumeration, values):
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    is_flag = issubclass(enumeration, Flag)
    if is_flag:
        wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
    else:
        wanted = range(low + 1, high)
    listed = ', '.join([str(value) for value in wanted if value not in values])
    if listed:
        kind = 'flag' if is_flag else 'enum'
        raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values {listed}'[:256])


def named_flags(enumeration):
    known = [one.value for one in enumeration]
    names, missing = [], 0
    for name, one in enumeration._member_map_.items():
        if name in enumeration._member_names_ or one.value < 0:
            continue
        lost = [1 << bit for bit in range(one.value.bit_length()) if one.value >> bit & 1 and 1 << bit not in known]
        if lost:
            names.append(name)
            missing |= sum(lost)
    if names:
        said = (f'alias {names[0]} is missing' if len(names) == 1
                else f"aliases {', '.join(names[:-1])} and {names[-1]} are missing")
        value = f'value {missing:#x}' if missing & (missing - 1) == 0 else f'combined values of {missing:#x}'
        raise ValueError(f'invalid Flag {enumeration.__name__!r}: {said} {value} '
                         '[use enum.show_flag_values(value) for details]')
