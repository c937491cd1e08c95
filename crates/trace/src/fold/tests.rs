//! A sequence gives back exactly what was pushed, folded or not.

use super::{Made, Repeat, Sequence};
use crate::event::{Event, FrameKind, Origin, Picture};
use crate::ids::{CodeId, FrameId, HandleId, TextId};
use std::cell::Cell;
use std::rc::Rc;

fn holds(items: &[u32]) -> Sequence<u32> {
    let mut sequence = Sequence::default();
    sequence.fold();
    items.iter().for_each(|item| sequence.push(*item));
    assert_eq!(sequence.len(), items.len());
    for (place, item) in items.iter().enumerate() {
        assert_eq!(sequence.get(place), Some(*item), "at {place}");
    }
    assert_eq!(sequence.get(items.len()), None);
    for from in [0, 1, items.len() / 3, items.len() / 2, items.len()] {
        assert!(sequence.iter_from(from).eq(items[from..].iter().copied()), "from {from}");
    }
    sequence
}

#[test]
fn an_even_sequence_takes_no_room() {
    let items: Vec<u32> = (0..100_000).map(|index| index * 7 + 3).collect();
    assert!(holds(&items).bytes() < 1_000);
}

#[test]
fn a_rhythm_takes_little_room() {
    let items: Vec<u32> =
        (0..100_000_u32).map(|index| index / 3 * 17 + [0, 2, 9][index as usize % 3]).collect();
    let sequence = holds(&items);
    assert!(sequence.bytes() < 2_000, "{}", sequence.bytes());
    assert_eq!(sequence.partition_point(|item| *item < 5_000), items.partition_point(|item| *item < 5_000));
}

#[test]
fn what_does_not_repeat_is_kept_as_it_is() {
    let mut number = 1_u64;
    let items: Vec<u32> = (0..30_000)
        .map(|_| {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (number >> 40) as u32
        })
        .collect();
    holds(&items);
}

#[test]
fn folds_end_anywhere_and_begin_again() {
    let mut items = Vec::new();
    for stretch in 0..40_u32 {
        let from: u32 = items.last().copied().unwrap_or(0);
        for index in 0..stretch * 37 {
            items.push(from.wrapping_add(index * (stretch % 5 + 1) + index % 3));
        }
        items.push(u32::MAX - stretch);
    }
    holds(&items);
}

#[test]
fn events_fold_with_their_ids_and_values() {
    let mut events = Vec::new();
    for index in 0..5_000_u32 {
        let frame = FrameId(index * 2);
        events.push(Event::FrameEntered { frame, resumed: false });
        events.push(Event::Line { line: 4 });
        events.push(Event::LocalBound {
            frame,
            name: TextId(1),
            value: Picture::Int((i64::from(index) - 30).into()),
        });
        events.push(Event::FrameReturned { frame, value: Picture::None });
        if index == 3_000 {
            events.push(Event::Breakpoint);
        }
    }
    let mut sequence = Sequence::default();
    sequence.fold();
    events.iter().for_each(|event| sequence.push(*event));
    assert!(sequence.iter().eq(events.iter().copied()));
    assert!((0..events.len()).all(|place| sequence.get(place) == Some(events[place])));
    assert!(sequence.bytes() < 20_000, "{}", sequence.bytes());
    let (start, end, period) = sequence.folded_at(10_000).expect("it repeats");
    assert!(start < 200 && end == 3_001 * 4 && period == 4, "{start} {end} {period}");
    let folds: Vec<_> = sequence.folds().collect();
    assert_eq!((folds.len(), folds[0]), (2, (start, end, period)));
    assert_eq!(sequence.folded_at(folds[1].0), Some(folds[1]));
}

#[test]
fn rounds_of_what_repeats_fold_too() {
    // Fifty workers, round after round: what one does is a repetition, and so is a round.
    let mut events = Vec::new();
    for round in 0..400 {
        events.push(Event::IterationBegan { iteration: round });
        for worker in 0..50 {
            let handle = HandleId(round * 50 + worker);
            events.push(Event::HandleBegan { handle });
            events.push(Event::FrameEntered { frame: FrameId(worker), resumed: true });
            events.push(Event::Line { line: 4 });
            events.push(Event::HandleEnded { handle });
        }
    }
    let mut sequence = Sequence::default();
    sequence.fold();
    events.iter().for_each(|event| sequence.push(*event));
    assert!(sequence.iter().eq(events.iter().copied()));
    assert!((0..events.len()).all(|place| sequence.get(place) == Some(events[place])));
    assert!(sequence.bytes() < 40_000, "{}", sequence.bytes());
    let (start, end, period) = sequence.folded_at(60_000).expect("it repeats");
    assert!(period == 201 && start < 3_000 && end == events.len(), "{start} {end} {period}");
}

#[test]
fn sums_of_what_grows_evenly_fold_too() {
    let mut events = Vec::new();
    let mut total = 5_i64;
    for index in 0..5_000_i64 {
        total = total.wrapping_add(index * 0x1_0000_0001_0001).wrapping_sub(3);
        events.push(Event::Line { line: 4 });
        events.push(Event::LocalBound {
            frame: FrameId(1),
            name: TextId(1),
            value: Picture::Int(index.into()),
        });
        events.push(Event::LocalBound {
            frame: FrameId(1),
            name: TextId(2),
            value: Picture::Int(total.into()),
        });
    }
    events.push(Event::Breakpoint);
    let mut sequence = Sequence::default();
    sequence.fold();
    events.iter().for_each(|event| sequence.push(*event));
    assert!(sequence.iter().eq(events.iter().copied()));
    assert!((0..events.len()).all(|place| sequence.get(place) == Some(events[place])));
    assert!(sequence.bytes() < 20_000, "{}", sequence.bytes());
}

/// Items that are numbers from the first one on, and how often one was asked for.
#[derive(Debug)]
struct Numbers {
    first: u32,
    asked: Cell<usize>,
}

impl Made<u32> for Numbers {
    fn read(&self, from: usize, count: usize, out: &mut Vec<u32>) {
        self.asked.set(self.asked.get() + count);
        out.extend((self.first..).skip(from).take(count));
    }

    fn bytes(&self) -> usize {
        size_of::<Numbers>()
    }
}

#[test]
fn only_the_piece_in_question_is_searched() {
    const LEN: u32 = 1_000;
    let mut sequence = Sequence::default();
    sequence.fold();
    let mut pieces = Vec::new();
    for first in (0..8).map(|piece| piece * 2 * LEN) {
        let numbers = Rc::new(Numbers { first, asked: Cell::new(0) });
        pieces.push(numbers.clone());
        let made: Rc<dyn Made<u32>> = numbers;
        sequence.push_made(&made, LEN as usize);
        // What is stored after them.
        sequence.push(first + LEN);
        sequence.push(first + LEN + 1);
    }
    let items: Vec<u32> = sequence.iter().collect();
    for wanted in [0, 1, 999, 1_000, 1_001, 1_500, 2_000, 2_001, 7_999, 8_000, 8_001, 8_002, 15_999] {
        pieces.iter().for_each(|piece| piece.asked.set(0));
        let found = sequence.partition_point(|item| *item < wanted);
        assert_eq!(found, items.partition_point(|item| *item < wanted), "{wanted}");
        let mut asked: Vec<usize> = pieces.iter().map(|piece| piece.asked.get()).collect();
        asked.sort_unstable();
        // Of the others at most their beginnings.
        assert!(asked[..7].iter().all(|count| *count <= 1), "{wanted}: {asked:?}");
    }
}

#[test]
fn what_is_compared_and_grown_at_once_is_as_if_it_were_done_in_turn() {
    let frame = FrameId(7);
    let handle = HandleId(9);
    let values = [
        Picture::None,
        Picture::Bool(true),
        Picture::Int((i64::MAX - 1).into()),
        Picture::Float(1.5.into()),
        Picture::Text(TextId(3)),
        Picture::Coroutine(FrameId(8)),
    ];
    let mut events: Vec<Event> = vec![
        Event::Line { line: 4 },
        Event::FrameCreated { frame, code: CodeId(2), kind: FrameKind::Coroutine },
        Event::FrameCreated { frame, code: CodeId(2), kind: FrameKind::Function },
        Event::FrameCreated { frame, code: CodeId(3), kind: FrameKind::Function },
        Event::FrameEntered { frame, resumed: false },
        Event::FrameEntered { frame, resumed: true },
        Event::FrameEntered { frame: FrameId(8), resumed: true },
        Event::HandleBegan { handle },
        Event::HandleEnded { handle },
        Event::HandleEnded { handle: HandleId(10) },
        Event::HandleReady { handle, origin: Origin::Soon },
        Event::HandleReady { handle, origin: Origin::Timers },
    ];
    for value in values {
        events.push(Event::FrameSuspended { frame, value });
        events.push(Event::FrameReturned { frame, value });
        events.push(Event::LocalBound { frame, name: TextId(5), value });
        events.push(Event::LocalBound { frame, name: TextId(6), value });
    }
    for growth in [[0, 0, 0, 0], [1, 0, 0, 0], [3, 0, 5, 0], [2, 4, 0, 0], [u64::MAX, 0, u64::MAX, 0]] {
        for expected in &events {
            for item in &events {
                let mut grown = *expected;
                let same = grown.goes_on(item, &growth);
                assert_eq!(same, expected == item, "{expected:?} {item:?}");
                let wanted = if same { item.grown(&growth, 1) } else { *expected };
                assert_eq!(grown, wanted, "{expected:?} {growth:?}");
            }
        }
    }
}
