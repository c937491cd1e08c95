//! Finds out that a sequence has begun to repeat, from the keys of its items, at a few nanoseconds an item.

/// Before so many items in a row have come again, nothing is worth folding.
const ENOUGH: u32 = 24;

/// So many times the longest period is watched in vain before a rest: long enough to find that period.
const TIRED: u32 = 4;

/// Watches keys. Where the last four keys were seen before, the distance is a candidate for the period; it
/// stands as long as each further key equals the one a period before.
#[derive(Clone, Debug)]
pub(super) struct Detector {
    /// The last keys, by position.
    ring: Box<[u32]>,
    /// By the last four keys, the position after them, plus one.
    seen: Box<[u32]>,
    longest: u32,
    at: u32,
    /// What was seen before this position is forgotten.
    floor: u32,
    context: u32,
    period: u32,
    matched: u32,
    /// So many more keys must come again before a fold is tried: the more, the oftener that was in vain.
    patience: u32,
    /// Keys since the last rest, or since a fold was worth its place.
    watched: u32,
}

impl Detector {
    /// A detector of periods up to `longest`, a power of two.
    pub(super) fn new(longest: usize) -> Detector {
        let size = longest * 2;
        Detector {
            ring: vec![0; size].into(),
            seen: vec![0; size].into(),
            longest: longest as u32,
            at: 0,
            floor: 0,
            context: 0,
            period: 0,
            matched: 0,
            patience: 0,
            watched: 0,
        }
    }

    /// Takes note of the next key; returns a period when the last three of its kind look alike.
    #[inline(never)]
    pub(super) fn see(&mut self, key: u32) -> Option<usize> {
        let mask = self.ring.len() - 1;
        let key = key.wrapping_mul(0x9e37_79b9);
        if self.period != 0 {
            if self.ring[self.at.wrapping_sub(self.period) as usize & mask] == key {
                self.matched += 1;
            } else {
                self.period = 0;
            }
        }
        self.context = (self.context << 8) | (key >> 24);
        let slot = (self.context.wrapping_mul(0x85eb_ca6b) >> 12) as usize & mask;
        if self.period == 0 {
            let last = self.seen[slot];
            let distance = self.at.wrapping_add(1).wrapping_sub(last);
            if last > self.floor && distance <= self.longest {
                self.period = distance;
                self.matched = 0;
            }
        }
        self.seen[slot] = self.at.wrapping_add(1);
        self.ring[self.at as usize & mask] = key;
        self.at = self.at.wrapping_add(1);
        if self.period != 0 && self.matched >= ENOUGH.max(2 * self.period) + self.patience {
            // If what is more than the keys does not repeat, it is looked at again only after as many more.
            self.matched = 0;
            return Some(self.period as usize);
        }
        None
    }

    /// Whether it has watched for long and found nothing; then it begins anew.
    pub(super) fn is_tired(&mut self) -> bool {
        self.watched += 1;
        let tired = self.watched >= TIRED * self.longest;
        if tired {
            self.watched = 0;
            self.forget();
        }
        tired
    }

    /// What was tried last was in vain.
    pub(super) fn was_in_vain(&mut self) {
        self.patience = (self.patience * 2 + ENOUGH).min(self.longest);
    }

    /// Forgets all keys, after a fold that was worth its place or not.
    pub(super) fn reset(&mut self, worth: bool) {
        if worth {
            (self.patience, self.watched) = (0, 0);
        } else {
            self.was_in_vain();
        }
        self.forget();
    }

    fn forget(&mut self) {
        self.floor = self.at;
        (self.context, self.period, self.matched) = (0, 0, 0);
    }
}
