//! `_scheduled`: handles in a binary heap by due time, arranged step by step as `heapq` does, since scripts and the loop
//! log see it as it lies.

use std::rc::Rc;

use crate::handle::HandleData;

/// `heapq.heappush`
pub fn push(heap: &mut Vec<Rc<HandleData>>, handle: Rc<HandleData>) {
    heap.push(handle);
    let last = heap.len() - 1;
    sift_down(heap, 0, last);
}

/// `heapq.heappop`
pub fn pop(heap: &mut Vec<Rc<HandleData>>) -> Option<Rc<HandleData>> {
    let last = heap.pop()?;
    if heap.is_empty() {
        return Some(last);
    }
    let first = std::mem::replace(&mut heap[0], last);
    sift_up(heap, 0);
    Some(first)
}

fn earlier(a: &HandleData, b: &HandleData) -> bool {
    a.when.unwrap_or(0.0) < b.when.unwrap_or(0.0)
}

/// Moves the item at `at` towards the root until its parent is not later (`heapq._siftdown`).
fn sift_down(heap: &mut [Rc<HandleData>], start: usize, mut at: usize) {
    while at > start {
        let parent = (at - 1) / 2;
        if !earlier(&heap[at], &heap[parent]) {
            break;
        }
        heap.swap(at, parent);
        at = parent;
    }
}

/// Moves the item at `at` to a leaf along the earlier children, then back up (`heapq._siftup`).
fn sift_up(heap: &mut [Rc<HandleData>], mut at: usize) {
    let start = at;
    let mut child = 2 * at + 1;
    while child < heap.len() {
        let right = child + 1;
        if right < heap.len() && !earlier(&heap[child], &heap[right]) {
            child = right;
        }
        heap.swap(at, child);
        at = child;
        child = 2 * at + 1;
    }
    sift_down(heap, start, at);
}

/// `heapq.heapify`
pub fn heapify(heap: &mut [Rc<HandleData>]) {
    for at in (0..heap.len() / 2).rev() {
        sift_up(heap, at);
    }
}
