import bisect
import heapq

heap = []
for n in (5, 1, 4, 2):
    heapq.heappush(heap, n)
print(heap, heapq.heappop(heap), heap, heapq.heapreplace(heap, 9), heapq.heappushpop(heap, 0))
other = [7, 3, 8]
heapq.heapify(other)
print(other, heapq.nsmallest(2, other), heapq.nlargest(2, "abc"), list(heapq.merge([1, 4], [2, 3])))
jobs = [(2, "b"), (1, "z"), (1, "a")]
heapq.heapify(jobs)
print([heapq.heappop(jobs) for _ in range(3)])
values = [1, 3, 3, 5]
print(bisect.bisect(values, 3), bisect.bisect_left(values, 3))
bisect.insort(values, 4)
print(values)
