//! The hues that tasks take in turn, as numbers: which colours they are is the style sheet's business.

/// How many hues the tasks take in turn.
const HUES: u32 = 8;

/// The hue of a task, with a letter once all hues are taken; or the neutral one of what belongs to no task.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Hue {
    ordinal: u32,
}

impl Hue {
    /// The hue of what belongs to no task.
    pub const NONE: Hue = Hue { ordinal: 0 };

    /// The hue of the task of that number, from 1.
    pub fn of(ordinal: u32) -> Hue {
        Hue { ordinal }
    }

    /// Its number in the style sheet, from 1; 0 for the neutral one.
    pub fn number(self) -> usize {
        self.ordinal.checked_sub(1).map_or(0, |place| (place % HUES + 1) as usize)
    }

    /// The letter that sets it apart from the tasks before with the same hue: none for the first eight, then `b`,
    /// `c` and so on.
    pub fn letter(self) -> Option<String> {
        let mut round = self.ordinal.saturating_sub(1) / HUES;
        let mut letters = Vec::new();
        while round > 0 {
            letters.push(char::from(b'a' + (round % 26) as u8));
            round /= 26;
        }
        (!letters.is_empty()).then(|| letters.iter().rev().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Hue;

    #[test]
    fn hues_repeat_with_a_letter() {
        let of = |ordinal| (Hue::of(ordinal).number(), Hue::of(ordinal).letter());
        assert_eq!((Hue::NONE.number(), Hue::NONE.letter()), (0, None));
        assert_eq!((of(1), of(8)), ((1, None), (8, None)));
        assert_eq!((of(9), of(17)), ((1, Some("b".to_owned())), (1, Some("c".to_owned()))));
        assert_eq!(of(8 * 26 + 2), (2, Some("ba".to_owned())));
    }
}
