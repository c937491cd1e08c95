text = """the quick brown fox
jumps over the lazy dog
the end"""
counts = {}
for line in text.splitlines():
    for word in line.split():
        counts[word] = counts.get(word, 0) + 1
for word, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:4]:
    print(f"{word:<8}|{n:3d}|{'#' * n}")
print(max(counts, key=counts.get), sum(counts.values()), len(set(counts)))
longest = max(text.split(), key=len)
print(longest, longest[::-1], longest.upper().center(11, "-"))
print({len(w): [x for x in counts if len(x) == len(w)] for w in sorted(counts, key=len)})
