//! Which element of the page shows which thing. From step to step a thing keeps its element, so that one sees it move.
//! After a jump nearly all things are others: to write into the elements that are there is quicker than to make new ones.

use loopglass_picture::Sorted;

/// The keys of the elements of a list, by what they show.
#[derive(Debug)]
pub struct Elements<Id> {
    keys: Sorted<Id, u32>,
    made: u32,
}

impl<Id> Default for Elements<Id> {
    fn default() -> Elements<Id> {
        Elements { keys: Sorted::default(), made: 0 }
    }
}

impl<Id: Copy + Ord> Elements<Id> {
    /// Gives each thing an element: its own, if it has one. What is new gets a new one, or takes over one of what is
    /// gone, in the order of both.
    pub fn hand_out(&mut self, things: impl IntoIterator<Item = Id>, take_over: bool) {
        let mut gone = std::mem::take(&mut self.keys);
        let mut new = Vec::new();
        for thing in things {
            match gone.remove(&thing) {
                Some(key) => {
                    self.keys.insert(thing, key);
                }
                None if !self.keys.contains(&thing) => new.push(thing),
                None => {}
            }
        }
        let mut free: Vec<u32> = Vec::new();
        for (_, key) in gone.into_iter().filter(|_| take_over) {
            free.insert(free.partition_point(|other| *other < key), key);
        }
        let mut free = free.into_iter();
        for thing in new {
            let key = free.next().unwrap_or_else(|| {
                self.made += 1;
                self.made
            });
            self.keys.insert(thing, key);
        }
    }

    /// The key of a thing's element; 0 if it was given none.
    pub fn key(&self, thing: Id) -> u32 {
        self.keys.get(&thing).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Elements;

    fn keys(elements: &mut Elements<usize>, things: std::ops::Range<usize>, take_over: bool) -> Vec<u32> {
        elements.hand_out(things.clone(), take_over);
        things.map(|thing| elements.key(thing)).collect()
    }

    #[test]
    fn a_thing_keeps_its_element() {
        let mut elements = Elements::default();
        assert_eq!(keys(&mut elements, 1..4, false), [1, 2, 3]);
        assert_eq!(keys(&mut elements, 2..5, false), [2, 3, 4]);
        assert_eq!(keys(&mut elements, 3..6, true), [3, 4, 2]);
    }

    #[test]
    fn after_a_jump_elements_are_taken_over_in_their_order() {
        let mut elements = Elements::default();
        let first = keys(&mut elements, 1..40, true);
        assert_eq!(keys(&mut elements, 900..939, true), first);
        assert_ne!(keys(&mut elements, 5..44, false), first);
    }
}
