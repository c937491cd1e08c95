# Orders the nodes of a graph so that each comes after those it depends on.

from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class TopologicalSorter:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        # For each node: how many it still waits for, and who waits for it.
        self._waits, self._followers = {}, {}
        self._ready = None
        self._out = set()
        self._finished = 0
        for node, before in (graph or {}).items():
            self.add(node, *before)

    def _known(self, node):
        self._waits.setdefault(node, 0)
        self._followers.setdefault(node, [])

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._known(node)
        for one in predecessors:
            self._known(one)
            self._followers[one].append(node)
        self._waits[node] += len(predecessors)

    def prepare(self):
        if self._ready is not None and (self._out or self._finished):
            raise ValueError('cannot prepare() after starting sort')
        self._ready = [node for node, count in self._waits.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _find_cycle(self):
        done = set()
        for start in self._followers:
            if start in done:
                continue
            path, places, todo = [], {}, [(start, iter(self._followers[start]))]
            path.append(start)
            places[start] = 0
            done.add(start)
            while todo:
                node, following = todo[-1]
                for one in following:
                    if one in places:
                        return path[places[one]:] + [one]
                    if one not in done:
                        done.add(one)
                        places[one] = len(path)
                        path.append(one)
                        todo.append((one, iter(self._followers[one])))
                        break
                else:
                    todo.pop()
                    path.pop()
                    del places[node]
        return None

    def get_ready(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        found = tuple(self._ready)
        self._out.update(found)
        self._ready = []
        return found

    def is_active(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        return bool(self._ready or self._out)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            if node not in self._waits:
                raise ValueError(f'node {node!r} was not added using add()')
            if node not in self._out:
                said = 'was already marked done' if self._waits[node] < 0 else (
                    'was not passed out (still not ready)')
                raise ValueError(f'node {node!r} {said}')
            self._out.discard(node)
            self._waits[node] = -1
            self._finished += 1
            for one in self._followers[node]:
                self._waits[one] -= 1
                if self._waits[one] == 0:
                    self._ready.append(one)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)
