"""Displays of more than thirty constants: a list goes forth and back between its lines, a tuple that is iterated too."""


def rows():
    found = []
    for name in (
        "ash", "bay", "box", "elm", "fig", "fir", "gum", "ivy", "nut", "oak", "pea", "rue", "rye", "sal", "tea", "yew",
        "alder", "apple", "aspen", "beech", "birch", "cedar", "ebony", "hazel", "holly", "larch", "lemon", "lilac",
        "maple", "olive", "peach", "pecan",
    ):
        found.append(len(name))
    return found


def kept():
    codes = (
        100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, 305, 307, 308,
        400, 401, 402, 403, 404, 405, 406, 407, 408,
    )
    return [
        code for code in (
            500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510,
            511, 500, 501, 502, 503, 504, 505, 506, 507, 508,
        )
        if code in codes
    ], sum(code for code in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
                             27, 28, 29, 30, 31))


def short(first, *rest):
    for item in (
        first,
        *rest,
    ):
        print(item)
    return [item for item in (*rest,
                              first)]


print(sum(rows()), kept(), short(1, 2, 3))
