//! The matcher: it runs a program over a text, leftmost first, and goes back to the last choice where it fails.
//! Choices and what must be undone are kept in one list, never on our own stack, and the steps are counted, so
//! that a pattern that would go on for ages stops.

use super::charset::{Casing, Class, lower};
use super::program::{One, Op, Program, Round};
use super::tree::{Greed, Place, UNBOUNDED};

/// What is matched: characters by index.
pub trait Subject {
    /// Number of characters.
    fn length(&self) -> usize;
    /// The character at an index below the length.
    fn at(&self, index: usize) -> u32;
}

impl Subject for [u8] {
    fn length(&self) -> usize {
        self.len()
    }

    #[inline]
    fn at(&self, index: usize) -> u32 {
        u32::from(self[index])
    }
}

impl Subject for [char] {
    fn length(&self) -> usize {
        self.len()
    }

    #[inline]
    fn at(&self, index: usize) -> u32 {
        self[index] as u32
    }
}

/// How a match must lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Anywhere from the start on.
    Search,
    /// At the start.
    Match,
    /// From the start to the end.
    Full,
}

/// A place that is not set.
pub const UNSET: usize = usize::MAX;

/// The steps are used up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooLong;

enum Entry {
    /// Go on here instead.
    Choice { op: usize, at: usize },
    /// A greedy run may give one back, down to `least`.
    Shorter { op: usize, least: usize, at: usize },
    /// A lazy run may take one more, up to `most`.
    Longer { op: usize, at: usize, most: usize },
    /// A repetition may go round once more.
    Further { op: usize, at: usize },
    /// A register's value before.
    Undo { register: usize, value: usize },
}

/// How many choices may be open at once: 64 MB of them in the page.
const MOST_ENTRIES: usize = 4_000_000;

/// A run of a program over a text.
pub struct Matcher<'a, S: Subject + ?Sized> {
    program: &'a Program,
    text: &'a S,
    /// One past the last character that counts.
    end: usize,
    /// Where the groups begin and end, which group was closed last, and the program's registers.
    slots: Vec<usize>,
    entries: Vec<Entry>,
    steps: u64,
}

impl<'a, S: Subject + ?Sized> Matcher<'a, S> {
    /// A matcher for a text up to `end`, for so many steps.
    pub fn new(program: &'a Program, text: &'a S, end: usize, steps: u64) -> Self {
        let slots = vec![UNSET; 2 * (program.groups + 1) + 1 + program.registers];
        Matcher { program, text, end, slots, entries: Vec::new(), steps }
    }

    /// The places of the groups after a match: start and end of each.
    pub fn places(&self) -> &[usize] {
        &self.slots[..2 * (self.program.groups + 1)]
    }

    /// The group that was closed last.
    pub fn last_group(&self) -> Option<usize> {
        Some(self.slots[self.last()]).filter(|last| *last != UNSET)
    }

    fn last(&self) -> usize {
        2 * (self.program.groups + 1)
    }

    fn base(&self) -> usize {
        self.last() + 1
    }

    /// Looks for a match from a place on; where `not_empty`, one right there must take something.
    pub fn find(&mut self, start: usize, mode: Mode, not_empty: bool) -> Result<bool, TooLong> {
        let mut at = start;
        while at <= self.end {
            if mode == Mode::Search
                && let Some(first) = &self.program.first
            {
                while at < self.end && !first.fits(self.text.at(at)) {
                    at += 1;
                }
                if at >= self.end {
                    return Ok(false);
                }
            }
            let strict = not_empty && at == start;
            if self.run(at, mode == Mode::Full, strict)? {
                return Ok(true);
            }
            if mode != Mode::Search {
                break;
            }
            at += 1;
        }
        Ok(false)
    }

    fn run(&mut self, start: usize, to_end: bool, not_empty: bool) -> Result<bool, TooLong> {
        self.entries.clear();
        self.slots.fill(UNSET);
        let (mut op, mut at) = (0, start);
        loop {
            if self.steps == 0 || self.entries.len() > MOST_ENTRIES {
                return Err(TooLong);
            }
            self.steps -= 1;
            let next = match &self.program.ops[op] {
                Op::Match => {
                    if (!to_end || at == self.end) && !(not_empty && at == start) {
                        self.slots[0] = start;
                        self.slots[1] = at;
                        return Ok(true);
                    }
                    None
                }
                other => self.step(other, op, at),
            };
            match next.or_else(|| self.back()) {
                Some(place) => (op, at) = place,
                None => return Ok(false),
            }
        }
    }

    fn step(&mut self, what: &'a Op, op: usize, at: usize) -> Option<(usize, usize)> {
        match what {
            Op::One(one) => (at < self.end && one.fits(self.text.at(at))).then_some((op + 1, at + 1)),
            Op::Many { one, least, most, greed } => self.many(one, *least, *most, *greed, op, at),
            Op::At(place) => self.holds(*place, at).then_some((op + 1, at)),
            Op::Mark(slot) => {
                self.set(*slot, at);
                if slot % 2 == 1 {
                    self.set(self.last(), slot / 2);
                }
                Some((op + 1, at))
            }
            Op::Split(other) => {
                self.entries.push(Entry::Choice { op: *other, at });
                Some((op + 1, at))
            }
            Op::Jump(target) => Some((*target, at)),
            Op::Begin(register) => {
                let register = self.base() + register;
                self.set(register, 0);
                self.set(register + 1, UNSET);
                Some((op + 1, at))
            }
            Op::Round(round) => self.round(*round, op, at),
            Op::Fence(register) => {
                self.note_height(*register);
                Some((op + 1, at))
            }
            Op::Cut(register) => {
                self.cut(*register);
                Some((op + 1, at))
            }
            Op::Look(register, back) => {
                let from = at.checked_sub(*back)?;
                self.set(self.base() + register + 1, at);
                self.note_height(*register);
                Some((op + 1, from))
            }
            Op::Looked(register) => {
                let before = self.slots[self.base() + register + 1];
                self.cut(*register);
                Some((op + 1, before))
            }
            Op::Avoid(register, back, after) => {
                let Some(from) = at.checked_sub(*back) else { return Some((*after, at)) };
                self.note_height(*register);
                self.entries.push(Entry::Choice { op: *after, at });
                Some((op + 1, from))
            }
            Op::Avoided(register) => {
                let height = self.slots[self.base() + register];
                while self.entries.len() > height {
                    if let Some(Entry::Undo { register, value }) = self.entries.pop() {
                        self.slots[register] = value;
                    }
                }
                None
            }
            Op::Again(group, casing) => self.again(*group as usize, *casing, at).map(|at| (op + 1, at)),
            Op::Unless(group, target) => {
                let matched = self.slots[*group as usize * 2 + 1] != UNSET;
                Some((if matched { op + 1 } else { *target }, at))
            }
            Op::Fail | Op::Match => None,
        }
    }

    /// The last choice that is left.
    fn back(&mut self) -> Option<(usize, usize)> {
        loop {
            match self.entries.pop()? {
                Entry::Undo { register, value } => self.slots[register] = value,
                Entry::Choice { op, at } => return Some((op, at)),
                Entry::Shorter { op, least, at } => {
                    let at = at - 1;
                    if at > least {
                        self.entries.push(Entry::Shorter { op, least, at });
                    }
                    return Some((op + 1, at));
                }
                Entry::Longer { op, at, most } => {
                    let Op::Many { one, .. } = &self.program.ops[op] else { continue };
                    if at < self.end && one.fits(self.text.at(at)) {
                        if at + 1 < most {
                            self.entries.push(Entry::Longer { op, at: at + 1, most });
                        }
                        return Some((op + 1, at + 1));
                    }
                }
                Entry::Further { op, at } => {
                    let Op::Round(round) = self.program.ops[op] else { continue };
                    let count = self.slots[self.base() + round.register];
                    return Some(self.go_round(round, op, at, count, true));
                }
            }
        }
    }

    fn set(&mut self, register: usize, value: usize) {
        let before = std::mem::replace(&mut self.slots[register], value);
        if !self.entries.is_empty() {
            self.entries.push(Entry::Undo { register, value: before });
        }
    }

    fn note_height(&mut self, register: usize) {
        let register = self.base() + register;
        let value = self.slots[register];
        if !self.entries.is_empty() {
            self.entries.push(Entry::Undo { register, value });
        }
        self.slots[register] = self.entries.len();
    }

    /// Forgets the choices made since a height was noted, not what to undo when going further back.
    fn cut(&mut self, register: usize) {
        let height = self.slots[self.base() + register];
        let newer = self.entries.split_off(height.min(self.entries.len()));
        let kept = newer.into_iter().filter(|entry| matches!(entry, Entry::Undo { .. }));
        self.entries.extend(kept);
    }

    fn many(
        &mut self,
        one: &One,
        least: u32,
        most: u32,
        greed: Greed,
        op: usize,
        at: usize,
    ) -> Option<(usize, usize)> {
        let room = self.end - at;
        let most = if most == UNBOUNDED { room } else { room.min(most as usize) };
        let least = least as usize;
        if least > most {
            return None;
        }
        let wanted = if greed == Greed::Lazy { least } else { most };
        let mut taken = 0;
        while taken < wanted && one.fits(self.text.at(at + taken)) {
            taken += 1;
        }
        self.steps = self.steps.saturating_sub(taken as u64 / 8);
        if taken < least {
            return None;
        }
        let reached = at + taken;
        match greed {
            Greed::Greedy if taken > least => {
                self.entries.push(Entry::Shorter { op, least: at + least, at: reached });
            }
            Greed::Lazy if taken < most => {
                self.entries.push(Entry::Longer { op, at: reached, most: at + most });
            }
            _ => {}
        }
        Some((op + 1, reached))
    }

    fn round(&mut self, round: Round, op: usize, at: usize) -> Option<(usize, usize)> {
        let register = self.base() + round.register;
        let count = self.slots[register];
        if count < round.least as usize {
            return Some(self.go_round(round, op, at, count, false));
        }
        // Going round again from where the last round began would never end.
        let more = (round.most == UNBOUNDED || count < round.most as usize) && self.slots[register + 1] != at;
        match (more, round.lazy) {
            (false, _) => Some((round.exit, at)),
            (true, true) => {
                self.entries.push(Entry::Further { op, at });
                Some((round.exit, at))
            }
            (true, false) => {
                self.entries.push(Entry::Choice { op: round.exit, at });
                Some(self.go_round(round, op, at, count, true))
            }
        }
    }

    fn go_round(&mut self, round: Round, op: usize, at: usize, count: usize, note: bool) -> (usize, usize) {
        let register = self.base() + round.register;
        self.set(register, count + 1);
        if note {
            self.set(register + 1, at);
        }
        (op + 1, at)
    }

    fn holds(&self, place: Place, at: usize) -> bool {
        const NEWLINE: u32 = '\n' as u32;
        match place {
            Place::Start => at == 0,
            Place::LineStart => at == 0 || self.text.at(at - 1) == NEWLINE,
            Place::End => at == self.end || (at + 1 == self.end && self.text.at(at) == NEWLINE),
            Place::LineEnd => at == self.end || self.text.at(at) == NEWLINE,
            Place::VeryEnd => at == self.end,
            Place::Boundary(ascii) => self.at_boundary(at, ascii),
            Place::NoBoundary(ascii) => !self.at_boundary(at, ascii),
        }
    }

    fn at_boundary(&self, at: usize, ascii: bool) -> bool {
        let before = at > 0 && Class::Word.has(self.text.at(at - 1), ascii);
        let after = at < self.end && Class::Word.has(self.text.at(at), ascii);
        before != after
    }

    fn again(&mut self, group: usize, casing: Casing, at: usize) -> Option<usize> {
        let (start, end) = (self.slots[group * 2], self.slots[group * 2 + 1]);
        if start == UNSET || end == UNSET || end < start {
            return None;
        }
        let size = end - start;
        if size > self.end - at {
            return None;
        }
        let same = |offset: usize| {
            let (a, b) = (self.text.at(start + offset), self.text.at(at + offset));
            a == b || lower(a, casing) == lower(b, casing)
        };
        (0..size).all(same).then_some(at + size)
    }
}
