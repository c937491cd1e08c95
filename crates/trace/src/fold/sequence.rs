//! An append-only sequence of pieces: plain, folded, or made anew whenever they are read.

use super::closings::Closings;
use super::detect::Detector;
use super::repetition::{Fold, Open, Unfolding};
use super::{Made, Repeat};
use std::rc::Rc;

/// Items in one chunk of a plain piece.
const CHUNK: usize = 4096;
/// A sequence shorter than this is not watched.
const WATCHED: usize = 32;
/// Where nothing was found for long, so many times the longest period goes by unwatched.
const REST: usize = 12;
/// A repetition that consists of folds may be so many times as long as one that does not.
const LONGEST_IN_FOLDS: usize = 4;
/// Where shapes repeat and numbers do not, so many rounds may make up a repetition.
const MULTIPLES: usize = 64;
/// A folded piece of fewer items, or of what would take fewer bytes, is not worth its place.
const WORTH: usize = 64;
const WORTH_BYTES: usize = 1024;

/// Items by place. Appending is quick; what repeats takes no memory.
#[derive(Clone, Debug)]
pub struct Sequence<T> {
    /// What no longer changes, ascending by where it begins.
    closed: Vec<(usize, Piece<T>)>,
    /// What the plain and folded ones of those take, and which ones are made.
    closed_bytes: usize,
    made: Vec<usize>,
    /// The plain piece after those.
    tail: Plain<T>,
    /// The fold under way, after the tail.
    open: Option<Box<Open<T>>>,
    /// Where `tail` begins, and how many items there are in all.
    tail_start: usize,
    len: usize,
    last: Option<T>,
    detector: Option<Box<Detector>>,
    /// So many items are not watched before others are.
    rest: usize,
    closings: Option<Box<Closings>>,
    /// How what repeats is folded, if it is.
    folding: Option<Folding<T>>,
}

/// The ways to fold a sequence. They are asked for ([`Sequence::fold`]); a page that only shows what was recorded elsewhere
/// need not load them.
#[derive(Debug)]
pub struct Folding<T> {
    watch: fn(&mut Sequence<T>, T),
    fold_ended: fn(&mut Sequence<T>, &T) -> bool,
    close: fn(&mut Sequence<T>) -> Option<usize>,
}

impl<T> Clone for Folding<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Folding<T> {}

#[derive(Clone, Debug)]
enum Piece<T> {
    Plain(Plain<T>),
    Fold(Fold<T>),
    Made(Rc<dyn Made<T>>, usize),
}

/// Items as they are. Every chunk but the last is full.
#[derive(Clone, Debug)]
struct Plain<T> {
    chunks: Vec<Vec<T>>,
}

/// A piece, as it is read.
enum Part<'a, T> {
    Plain(&'a Plain<T>),
    Fold(&'a Fold<T>),
    Made(&'a dyn Made<T>, usize),
}

/// The items of a sequence from a place on.
pub struct Items<'a, T> {
    sequence: &'a Sequence<T>,
    place: usize,
    /// What is left of the chunk.
    plain: std::slice::Iter<'a, T>,
    /// Else what is left of the fold.
    fold: Option<Unfolding<'a, T>>,
    /// Else what is left of the items made last, the next one at the end.
    made: Vec<T>,
    /// What comes after all of the sequence.
    rest: std::slice::Iter<'a, T>,
}

impl<T: Repeat> Iterator for Items<'_, T> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        if let Some(item) = self.plain.next() {
            self.place += 1;
            return Some(*item);
        }
        if let Some(item) = self.fold.as_mut().and_then(Unfolding::next) {
            self.place += 1;
            return Some(item);
        }
        if let Some(item) = self.made.pop() {
            self.place += 1;
            return Some(item);
        }
        if self.place >= self.sequence.len {
            return self.rest.next().copied();
        }
        match self.sequence.piece(self.place)? {
            (Part::Plain(plain), place) => {
                self.fold = None;
                self.plain = plain.chunks.get(place / CHUNK)?.get(place % CHUNK..)?.iter();
                let item = self.plain.next().copied()?;
                self.place += 1;
                Some(item)
            }
            (Part::Fold(fold), place) => {
                self.fold = Some(fold.read_from(place));
                let item = self.fold.as_mut()?.next()?;
                self.place += 1;
                Some(item)
            }
            (Part::Made(made, len), place) => {
                self.fold = None;
                made.read(place, CHUNK.min(len.saturating_sub(place)), &mut self.made);
                self.made.reverse();
                let item = self.made.pop()?;
                self.place += 1;
                Some(item)
            }
        }
    }
}

impl<T> Default for Sequence<T> {
    fn default() -> Self {
        Sequence {
            closed: Vec::new(),
            closed_bytes: 0,
            made: Vec::new(),
            tail: Plain { chunks: Vec::new() },
            open: None,
            tail_start: 0,
            len: 0,
            last: None,
            detector: None,
            rest: 0,
            closings: None,
            folding: None,
        }
    }
}

impl<T: Repeat> PartialEq for Sequence<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || (self.len == other.len && self.iter().eq(other.iter()))
    }
}

impl<T> Plain<T> {
    fn len(&self) -> usize {
        self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * CHUNK + last.len())
    }

    #[inline]
    fn push(&mut self, item: T) {
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => chunk.push(item),
            _ => self.push_in_new_chunk(item),
        }
    }

    #[cold]
    fn push_in_new_chunk(&mut self, item: T) {
        // A short sequence stays small; one that fills a chunk will fill more.
        let mut chunk = Vec::with_capacity(if self.chunks.is_empty() { 8 } else { CHUNK });
        chunk.push(item);
        self.chunks.push(chunk);
    }

    fn get(&self, place: usize) -> Option<&T> {
        self.chunks.get(place / CHUNK)?.get(place % CHUNK)
    }
}

impl<T: Repeat> Sequence<T> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Folds what repeats, from now on.
    pub fn fold(&mut self) {
        let (watch, fold_ended, close) = (Self::watch, Self::fold_ended, Self::close);
        self.folding = Some(Folding { watch, fold_ended, close });
    }

    /// No items, folded if those of another sequence are.
    pub fn like(other: &Sequence<T>) -> Sequence<T> {
        Sequence { folding: other.folding, ..Sequence::default() }
    }

    /// Appends an item.
    #[inline]
    pub fn push(&mut self, item: T) {
        self.len += 1;
        if let Some(open) = &mut self.open {
            if open.accepts(&item) {
                return;
            }
            if let Some(folding) = self.folding
                && (folding.fold_ended)(self, &item)
            {
                return;
            }
        }
        self.push_plain(item);
    }

    /// Appends items.
    pub fn extend(&mut self, mut items: &[T]) {
        loop {
            if let Some(open) = &mut self.open {
                let accepted = open.accepts_of(items);
                self.len += accepted;
                items = &items[accepted..];
            } else {
                items = self.push_unwatched(items);
            }
            let [item, rest @ ..] = items else { return };
            self.push(*item);
            items = rest;
        }
    }

    /// Appends those of the first items that nobody watches, as far as there is room for them; gives the others.
    fn push_unwatched<'a>(&mut self, items: &'a [T]) -> &'a [T] {
        let Some(chunk) = self.tail.chunks.last_mut() else { return items };
        let (now, rest) = items.split_at(items.len().min(self.rest).min(CHUNK.saturating_sub(chunk.len())));
        chunk.extend_from_slice(now);
        self.len += now.len();
        self.rest -= now.len();
        rest
    }

    /// Appends the same item so many times.
    pub fn push_times(&mut self, item: T, times: usize) {
        for left in (1..=times).rev() {
            if let Some(open) = &mut self.open
                && open.is_constant(&item)
            {
                open.fold.len += left;
                self.len += left;
                return;
            }
            self.push(item);
        }
    }

    /// The item at a place.
    pub fn get(&self, place: usize) -> Option<T> {
        match self.piece(place)? {
            (Part::Plain(plain), place) => plain.get(place).copied(),
            (Part::Fold(fold), place) => fold.get(place),
            (Part::Made(made, len), place) if place < len => made.get(place),
            (Part::Made(..), _) => None,
        }
    }

    /// The last item.
    pub fn last(&self) -> Option<T> {
        self.get(self.len.checked_sub(1)?)
    }

    /// The items from a place on.
    pub fn iter_from(&self, from: usize) -> Items<'_, T> {
        self.iter_before(from, &[])
    }

    /// The items from a place on, and others after all of them.
    pub fn iter_before<'a>(&'a self, from: usize, rest: &'a [T]) -> Items<'a, T> {
        let rest = rest.iter();
        Items { sequence: self, place: from, plain: [].iter(), fold: None, made: Vec::new(), rest }
    }

    /// The items.
    pub fn iter(&self) -> Items<'_, T> {
        self.iter_from(0)
    }

    /// The piece around a place, and where in it that is.
    fn piece(&self, place: usize) -> Option<(Part<'_, T>, usize)> {
        if place >= self.tail_start {
            let place = place - self.tail_start;
            return match place.checked_sub(self.tail.len()) {
                None => Some((Part::Plain(&self.tail), place)),
                Some(place) => Some((Part::Fold(&self.open.as_ref()?.fold), place)),
            };
        }
        let after = self.closed.partition_point(|(start, _)| *start <= place);
        let (start, piece) = self.closed.get(after.checked_sub(1)?)?;
        let part = match piece {
            Piece::Plain(plain) => Part::Plain(plain),
            Piece::Fold(fold) => Part::Fold(fold),
            Piece::Made(made, len) => Part::Made(&**made, *len),
        };
        Some((part, place - start))
    }

    /// How many items at the front satisfy a condition that none after them does.
    pub fn partition_point(&self, satisfies: impl Fn(&T) -> bool) -> usize {
        // Among the pieces first: an item that is made costs more than one that is stored.
        let begins = |(start, _): &(usize, Piece<T>)| self.get(*start).is_some_and(|item| satisfies(&item));
        let pieces = self.closed.partition_point(begins);
        let (mut low, mut high) = (0, self.closed.get(pieces).map_or(self.len, |(start, _)| *start));
        if let Some((start, piece)) = pieces.checked_sub(1).and_then(|last| self.closed.get(last)) {
            low = *start;
            if let Piece::Made(made, len) = piece {
                low += made.partition_point(*len, &satisfies);
                if low < start + len {
                    return low;
                }
            }
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle).is_some_and(|item| satisfies(&item)) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        low
    }

    /// The stretch around a place that is folded, once it has come around: where it begins and ends, and its period.
    pub fn folded_at(&self, place: usize) -> Option<(usize, usize, usize)> {
        match self.piece(place)? {
            (Part::Fold(fold), at) if at < fold.len && fold.len >= fold.period() => {
                Some((place - at, place - at + fold.len, fold.period()))
            }
            _ => None,
        }
    }

    /// The stretches that are folded, once they have come around, in order: where each begins and ends, and its period.
    pub fn folds(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        let closed = self.closed.iter().filter_map(|(start, piece)| match piece {
            Piece::Fold(fold) => Some((*start, fold)),
            Piece::Plain(_) | Piece::Made(..) => None,
        });
        let open = self.open.as_ref().map(|open| (self.tail_start + self.tail.len(), &open.fold));
        let folds = closed.chain(open).filter(|(_, fold)| fold.len >= fold.period());
        folds.map(|(start, fold)| (start, start + fold.len, fold.period()))
    }

    /// The fold under way: where it begins, and its period.
    pub fn open_fold(&self) -> Option<(usize, usize)> {
        let open = self.open.as_ref()?;
        Some((self.tail_start + self.tail.len(), open.fold.period()))
    }

    /// Has a fold under way that foresees what repeats with this period, since the item at `from`: it has done so for three
    /// times at least. Returns whether there is one now.
    pub fn expect_period(&mut self, from: usize, period: usize) -> bool {
        let known =
            self.open_fold().is_some_and(|(start, known)| start <= from && period.is_multiple_of(known));
        if !known {
            let _greater = self.close();
        }
        known || self.open(period)
    }

    /// Appends so many items: those that the fold under way foresees. There must be one.
    pub fn push_foreseen(&mut self, count: usize) {
        if let Some(open) = &mut self.open {
            open.skip(count);
            self.len += count;
        }
    }

    /// Appends items that are made whenever they are read, or, if the last ones are made by the same, makes
    /// them so many in all.
    pub fn push_made(&mut self, made: &Rc<dyn Made<T>>, len: usize) {
        if let Some(folding) = self.folding {
            let _greater = (folding.close)(self);
        }
        if self.tail.len() == 0
            && let Some((_, Piece::Made(last, last_len))) = self.closed.last_mut()
            && Rc::ptr_eq(last, made)
        {
            let more = len.saturating_sub(*last_len);
            *last_len += more;
            self.len += more;
            self.tail_start += more;
            return;
        }
        let tail = std::mem::replace(&mut self.tail, Plain { chunks: Vec::new() });
        let start = self.tail_start + tail.len();
        if tail.len() > 0 {
            self.closed_bytes += tail.len() * size_of::<T>();
            self.closed.push((self.tail_start, Piece::Plain(tail)));
        }
        self.made.push(self.closed.len());
        self.closed.push((start, Piece::Made(made.clone(), len)));
        self.tail_start = start + len;
        self.len = self.tail_start;
        self.last = None;
        self.rest = 0;
        if let Some(detector) = &mut self.detector {
            detector.reset(true);
        }
    }

    /// What makes the item at a place, where it begins and where it ends.
    pub fn made_at(&self, place: usize) -> Option<(&Rc<dyn Made<T>>, usize, usize)> {
        let after = self.closed.partition_point(|(start, _)| *start <= place);
        match self.closed.get(after.checked_sub(1)?)? {
            (start, Piece::Made(made, len)) if place < start + len => Some((made, *start, start + len)),
            _ => None,
        }
    }

    /// Where the items at a place and after it begin to be made; the end, where none are.
    pub fn next_made(&self, place: usize) -> usize {
        let after = self.closed.partition_point(|(start, _)| *start <= place);
        let made = self.closed[after.saturating_sub(1)..]
            .iter()
            .find(|(start, piece)| matches!(piece, Piece::Made(_, len) if start + len > place));
        made.map_or(self.len, |(start, _)| place.max(*start))
    }

    /// About how many bytes the items take.
    pub fn bytes(&self) -> usize {
        let made: usize = self
            .made
            .iter()
            .map(|place| match self.closed.get(*place) {
                Some((_, Piece::Made(made, _))) => made.bytes(),
                _ => 0,
            })
            .sum();
        self.closed_bytes
            + made
            + self.tail.len() * size_of::<T>()
            + self.open.as_ref().map_or(0, |open| open.bytes())
    }

    fn push_plain(&mut self, item: T) {
        self.tail.push(item);
        if self.tail.chunks.len() == 1 && self.tail.len() < WATCHED {
            return;
        }
        if self.rest > 0 {
            self.rest -= 1;
            return;
        }
        if let Some(folding) = self.folding {
            (folding.watch)(self, item);
        }
    }

    /// The fold under way ends with an item that it does not foresee; returns whether a greater one does.
    fn fold_ended(&mut self, item: &T) -> bool {
        self.close().is_some_and(|period| self.open_greater(period, item))
    }

    /// Looks whether the items have begun to repeat, with this one just appended.
    fn watch(&mut self, item: T) {
        let detector = self.detector.get_or_insert_with(|| Box::new(Detector::new(T::LONGEST)));
        let key = item.key(self.last.as_ref());
        self.last = Some(item);
        let found = detector.see(key);
        let tired = detector.is_tired();
        if found.is_some_and(|period| self.open_some(period)) {
            return;
        }
        if tired {
            self.rest = REST * T::LONGEST;
        }
        if found.is_some()
            && let Some(detector) = &mut self.detector
        {
            detector.was_in_vain();
        }
    }

    /// Begins the fold after the tail, if what is before it repeats with this period; or with some multiple of it, as where
    /// some workers do the same in turn. Returns whether it does.
    fn open_some(&mut self, period: usize) -> bool {
        let most = LONGEST_IN_FOLDS * T::LONGEST / period;
        (1..=most.min(MULTIPLES)).any(|times| self.open(period * times))
    }

    /// Begins the fold after the tail, if what is before it repeats with this period; returns whether it does.
    fn open(&mut self, period: usize) -> bool {
        let end = self.tail_start + self.tail.len();
        let opened = Open::new(period, |back| {
            let place = end.checked_sub(back)?;
            match place.checked_sub(self.tail_start) {
                Some(place) => self.tail.get(place).copied(),
                None => self.get(place),
            }
        });
        self.open = opened.map(Box::new);
        self.open.is_some()
    }

    /// Begins a fold whose repetitions consist of folds, if this item is the first that it brings.
    fn open_greater(&mut self, period: usize, item: &T) -> bool {
        let right = self.open(period) && self.open.as_mut().is_some_and(|open| open.accepts(item));
        if !right {
            self.open = None;
        }
        if let Some(closings) = &mut self.closings {
            closings.tried(right);
        }
        right
    }

    /// Ends the fold under way: it becomes a piece of its own, or, if it is short, part of the tail again. Where
    /// that has come at even distances, returns what may be the period of a greater one.
    fn close(&mut self) -> Option<usize> {
        let open = self.open.take()?;
        let fold = open.fold;
        let short = fold.len < (WORTH_BYTES / size_of::<T>()).max(WORTH).max(4 * fold.period());
        if let Some(detector) = &mut self.detector {
            detector.reset(!short);
        }
        if short {
            for item in (0..fold.len).map_while(|place| fold.get(place)) {
                self.tail.push(item);
            }
        } else {
            // Before a fold there are as a rule the repetitions that it was found by.
            let tail = std::mem::replace(&mut self.tail, Plain { chunks: Vec::new() });
            let start = self.tail_start + tail.len();
            self.closed_bytes += tail.len() * size_of::<T>() + fold.bytes();
            if tail.len() > 0 {
                self.closed.push((self.tail_start, Piece::Plain(tail)));
            }
            self.tail_start = start + fold.len;
            self.closed.push((start, Piece::Fold(fold)));
        }
        let end = self.tail_start + self.tail.len();
        self.closings.get_or_insert_default().see(end, !short, LONGEST_IN_FOLDS * T::LONGEST)
    }
}
