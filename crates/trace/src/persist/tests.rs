//! The containers behave as the standard library's, and a clone never sees a later change.

use super::trie::{Leaf, Trie, WIDTH};
use super::{IdMap, List, Queue};
use crate::ids::FrameId;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// A repeatable sequence of numbers.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: u64) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound) as usize
    }
}

#[test]
fn a_trie_is_a_map_of_leaves() {
    fn leaf(number: usize) -> Rc<Leaf<usize>> {
        let mut leaf = Leaf::default();
        (leaf.used, leaf.slots[3]) = (1, Some(number));
        Rc::new(leaf)
    }
    let mut numbers = Numbers(7);
    for bound in [1, 20, 5_000] {
        let mut trie = Trie::default();
        let mut map = BTreeMap::new();
        let mut kept = Vec::new();
        for turn in 0..5_000 {
            let begin = numbers.below(bound) * WIDTH;
            match (numbers.below(4), map.contains_key(&begin)) {
                (0, true) => {
                    assert_eq!(trie.lend(begin).and_then(|leaf| leaf.slots[3]), map.remove(&begin));
                    trie.forget(begin);
                }
                (1, true) => {
                    assert!(trie.lend(begin).is_some());
                    assert!(trie.get(begin + 3).is_none() && trie.lend(begin).is_none());
                    // Meanwhile the trie grows and shrinks.
                    let other = (bound as usize + numbers.below(bound)) * WIDTH;
                    trie.insert_leaf(other, leaf(turn));
                    assert!(trie.lend(other).is_some());
                    trie.forget(other);
                    trie.give_back(begin, leaf(turn));
                    map.insert(begin, turn);
                }
                (_, false) => {
                    trie.insert_leaf(begin, leaf(turn));
                    map.insert(begin, turn);
                }
                _ => {}
            }
            assert_eq!(trie.get(begin + 3), map.get(&begin));
            let from = numbers.below(bound) * WIDTH + numbers.below(WIDTH as u64);
            let found = trie.leaf(from).map(|(begin, leaf)| (begin, leaf.slots[3]));
            assert_eq!(
                found,
                map.range(from - from % WIDTH..).next().map(|(begin, turn)| (*begin, Some(*turn)))
            );
            if turn % 1_000 == 0 {
                kept.push((trie.clone(), map.clone()));
            }
        }
        for (trie, map) in kept {
            assert!(map.iter().all(|(begin, turn)| trie.get(begin + 3) == Some(turn)));
        }
    }
}

#[test]
fn a_map_of_what_comes_and_goes_keeps_what_stays() {
    let mut by_id = IdMap::default();
    let mut map = BTreeMap::new();
    let mut kept = Vec::new();
    for turn in 0..10_000_usize {
        by_id.insert(FrameId(turn as u32), turn);
        map.insert(turn, turn);
        // Most are gone soon, some with all around them; every hundredth stays.
        let gone = turn.saturating_sub(turn % 40);
        if gone % 100 != 0 {
            assert_eq!(by_id.remove(FrameId(gone as u32)), map.remove(&gone));
            assert_eq!(by_id.remove(FrameId(turn as u32)), map.remove(&turn));
        }
        if turn % 37 == 0 {
            kept.push((by_id.clone(), map.clone()));
        }
    }
    kept.push((by_id, map));
    for (by_id, map) in kept {
        assert_eq!(by_id.len(), map.len());
        assert!(by_id.iter().map(|(id, value)| (id.0 as usize, value)).eq(map.iter().map(|(k, v)| (*k, v))));
    }
}

#[test]
fn a_map_by_id_is_a_map() {
    let mut numbers = Numbers(5);
    for bound in [3, 9, 40, 2_000, 4_000, 70_000] {
        let mut by_id = IdMap::default();
        let mut map = BTreeMap::new();
        let mut kept = Vec::new();
        for turn in 0..5_000 {
            let key = numbers.below(bound);
            let id = FrameId(key as u32);
            match numbers.below(5) {
                0 => assert_eq!(by_id.remove(id), map.remove(&key)),
                1 | 2 => {
                    assert_eq!(by_id.get_mut(id), map.get_mut(&key));
                    if let Some(value) = by_id.get_mut(id) {
                        *value = turn;
                        map.insert(key, turn);
                    }
                }
                _ => {
                    by_id.insert(id, turn);
                    map.insert(key, turn);
                }
            }
            assert_eq!(by_id.len(), map.len());
            assert_eq!(by_id.get(id), map.get(&key));
            if turn % 500 == 0 {
                kept.push((by_id.clone(), map.clone()));
            }
        }
        for (by_id, map) in kept {
            assert!(
                by_id.iter().map(|(id, value)| (id.0 as usize, value)).eq(map.iter().map(|(k, v)| (*k, v)))
            );
        }
        map.keys().for_each(|key| assert!(by_id.remove(FrameId(*key as u32)).is_some()));
        assert!(by_id.is_empty() && by_id.iter().next().is_none());
    }
}

#[test]
fn a_queue_is_a_deque_that_forgets_from_the_middle() {
    let mut numbers = Numbers(11);
    let mut queue = Queue::default();
    let mut deque = VecDeque::new();
    for turn in 0..20_000 {
        match numbers.below(7) {
            0 | 1 => assert_eq!(queue.pop_first(), deque.pop_front().map(|(_, value)| value)),
            2 => assert_eq!(queue.pop_last(), deque.pop_back().map(|(_, value)| value)),
            3 if !deque.is_empty() => {
                let at = numbers.below(deque.len() as u64);
                let (place, value) = deque.remove(at).expect("it is within the deque");
                assert_eq!(queue.remove(place), Some(value));
            }
            _ => deque.push_back((queue.push(turn), turn)),
        }
        assert_eq!(queue.len(), deque.len());
        assert_eq!(queue.first(), deque.front().map(|(_, value)| value));
        assert_eq!(queue.last(), deque.back().map(|(_, value)| value));
        if turn % 100 == 0 {
            let skip = numbers.below(5);
            assert!(queue.iter_from(skip).eq(deque.iter().skip(skip).map(|(_, value)| value)));
            assert!(queue.iter_back().eq(deque.iter().rev().map(|(_, value)| value)));
        }
    }
}

#[test]
fn a_list_keeps_its_order() {
    let mut list = List::default();
    for value in 0..5 {
        list.push(value);
    }
    let before = list.clone();
    assert_eq!(list.remove_first(|value| *value == 2), Some(2));
    assert_eq!(list.remove_first(|value| *value == 9), None);
    if let Some(value) = list.find_mut(|value| *value == 3) {
        *value = 30;
    }
    assert_eq!(*list, [0, 1, 30, 4]);
    assert_eq!(*before, [0, 1, 2, 3, 4]);
}
