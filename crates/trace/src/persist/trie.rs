//! A radix tree from small integers to values, sixteen ways a level, without hashing. Its height grows with
//! the greatest index ever held; emptied branches are given back, so indexes may grow for ever.

use std::rc::Rc;

pub(super) const BITS: u32 = 4;
/// So many entries make up a leaf.
pub(super) const WIDTH: usize = 1 << BITS;
const MASK: usize = WIDTH - 1;

#[derive(Debug)]
enum Node<T> {
    Empty,
    Leaf(Rc<Leaf<T>>),
    Branch(Rc<Branch<T>>),
}

/// The last level. A place is in use also while its entry is lent out.
#[derive(Clone, Debug)]
pub(super) struct Leaf<T> {
    pub(super) used: u32,
    pub(super) slots: [Option<T>; WIDTH],
}

impl<T> Default for Leaf<T> {
    fn default() -> Self {
        Leaf { used: 0, slots: [const { None }; WIDTH] }
    }
}

#[derive(Debug)]
struct Branch<T> {
    used: u32,
    children: [Node<T>; WIDTH],
}

impl<T> Clone for Branch<T> {
    fn clone(&self) -> Self {
        Branch { used: self.used, children: self.children.clone() }
    }
}

impl<T> Clone for Node<T> {
    fn clone(&self) -> Self {
        match self {
            Node::Empty => Node::Empty,
            Node::Leaf(leaf) => Node::Leaf(Rc::clone(leaf)),
            Node::Branch(branch) => Node::Branch(Rc::clone(branch)),
        }
    }
}

/// A sparse persistent array. Invariant: `height` is the number of branch levels above the leaves, and the
/// root is `Empty` or of exactly that height.
#[derive(Debug)]
pub(super) struct Trie<T> {
    root: Node<T>,
    height: u32,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Trie { root: Node::Empty, height: 0 }
    }
}

impl<T> Clone for Trie<T> {
    fn clone(&self) -> Self {
        Trie { root: self.root.clone(), height: self.height }
    }
}

impl<T> Trie<T> {
    pub(super) fn get(&self, index: usize) -> Option<&T> {
        if !self.reaches(index) {
            return None;
        }
        let mut node = &self.root;
        let mut shift = self.height * BITS;
        loop {
            match node {
                Node::Empty => return None,
                Node::Leaf(leaf) => return leaf.slots[index & MASK].as_ref(),
                Node::Branch(branch) => node = &branch.children[(index >> shift) & MASK],
            }
            shift = shift.saturating_sub(BITS);
        }
    }

    /// The first leaf that has places at `from` or after it, and the index of its first place.
    pub(super) fn leaf(&self, from: usize) -> Option<(usize, &Leaf<T>)> {
        if !self.reaches(from) {
            return None;
        }
        leaf_in(&self.root, self.height, from, 0)
    }

    fn reaches(&self, index: usize) -> bool {
        let bits = (self.height + 1) * BITS;
        bits >= usize::BITS || index >> bits == 0
    }
}

impl<T: Clone> Trie<T> {
    /// Lends the entry out: its place stays in use, but nothing is found there until it is given back.
    pub(super) fn lend(&mut self, index: usize) -> Option<T> {
        self.slot(index)?.take()
    }

    /// Takes back what was lent out.
    pub(super) fn give_back(&mut self, index: usize, value: T) {
        if let Some(slot) = self.slot(index) {
            *slot = Some(value);
        }
    }

    /// The place of an index; none where nothing is near it.
    fn slot(&mut self, index: usize) -> Option<&mut Option<T>> {
        if !self.reaches(index) {
            return None;
        }
        let mut node = &mut self.root;
        let mut shift = self.height * BITS;
        loop {
            match node {
                Node::Empty => return None,
                Node::Leaf(leaf) => return Some(&mut Rc::make_mut(leaf).slots[index & MASK]),
                Node::Branch(branch) => {
                    node = &mut Rc::make_mut(branch).children[(index >> shift) & MASK];
                }
            }
            shift = shift.saturating_sub(BITS);
        }
    }

    /// Sets an entry that is not lent out.
    pub(super) fn insert(&mut self, index: usize, value: T) -> Option<T> {
        while !self.reaches(index) {
            self.grow();
        }
        let mut node = &mut self.root;
        let mut level = self.height;
        loop {
            if matches!(node, Node::Empty) {
                *node = if level == 0 {
                    Node::Leaf(Rc::default())
                } else {
                    Node::Branch(Rc::new(Branch { used: 0, children: [const { Node::Empty }; WIDTH] }))
                };
            }
            match node {
                Node::Empty => return None,
                Node::Leaf(leaf) => {
                    let leaf = Rc::make_mut(leaf);
                    let old = leaf.slots[index & MASK].replace(value);
                    leaf.used += u32::from(old.is_none());
                    return old;
                }
                Node::Branch(branch) => {
                    let branch = Rc::make_mut(branch);
                    node = &mut branch.children[(index >> (level * BITS)) & MASK];
                    branch.used += u32::from(matches!(node, Node::Empty));
                }
            }
            level -= 1;
        }
    }

    /// Takes in a whole leaf, which begins at `index`: nothing is near it yet.
    pub(super) fn insert_leaf(&mut self, index: usize, leaf: Rc<Leaf<T>>) {
        while !self.reaches(index) {
            self.grow();
        }
        let mut node = &mut self.root;
        for level in (1..=self.height).rev() {
            if matches!(node, Node::Empty) {
                *node = Node::Branch(Rc::new(Branch { used: 0, children: [const { Node::Empty }; WIDTH] }));
            }
            let Node::Branch(branch) = node else { return };
            let branch = Rc::make_mut(branch);
            node = &mut branch.children[(index >> (level * BITS)) & MASK];
            branch.used += u32::from(matches!(node, Node::Empty));
        }
        *node = Node::Leaf(leaf);
    }

    pub(super) fn remove(&mut self, index: usize) -> Option<T> {
        if !self.reaches(index) {
            return None;
        }
        let (old, emptied) = remove_in(&mut self.root, self.height, index, false);
        self.shrink(emptied);
        old
    }

    /// Gives up the place of an entry that is lent out.
    pub(super) fn forget(&mut self, index: usize) {
        if self.reaches(index) {
            let (_, emptied) = remove_in(&mut self.root, self.height, index, true);
            self.shrink(emptied);
        }
    }

    fn shrink(&mut self, emptied: bool) {
        if emptied && self.height > 0 {
            *self = Trie::default();
        }
    }

    fn grow(&mut self) {
        let old = std::mem::replace(&mut self.root, Node::Empty);
        self.height += 1;
        if !matches!(old, Node::Empty) {
            let mut children = [const { Node::Empty }; WIDTH];
            children[0] = old;
            self.root = Node::Branch(Rc::new(Branch { used: 1, children }));
        }
    }
}

/// Removes an entry, or the place of one that is lent out, and says whether the node is now empty. An emptied leaf at
/// the root stays allocated, so a queue that is filled and emptied all the time does not allocate.
fn remove_in<T: Clone>(node: &mut Node<T>, level: u32, index: usize, lent: bool) -> (Option<T>, bool) {
    match node {
        Node::Empty => (None, false),
        Node::Leaf(leaf) => {
            if !lent && leaf.slots[index & MASK].is_none() {
                return (None, false);
            }
            let leaf = Rc::make_mut(leaf);
            leaf.used = leaf.used.saturating_sub(1);
            (leaf.slots[index & MASK].take(), leaf.used == 0)
        }
        Node::Branch(branch) => {
            let branch = Rc::make_mut(branch);
            let child = &mut branch.children[(index >> (level * BITS)) & MASK];
            let (old, emptied) = remove_in(child, level - 1, index, lent);
            if !emptied {
                return (old, false);
            }
            *child = Node::Empty;
            branch.used = branch.used.saturating_sub(1);
            (old, branch.used == 0)
        }
    }
}

fn leaf_in<T>(node: &Node<T>, level: u32, from: usize, base: usize) -> Option<(usize, &Leaf<T>)> {
    match node {
        Node::Empty => None,
        Node::Leaf(leaf) => Some((base, leaf)),
        Node::Branch(branch) => {
            let shift = level * BITS;
            let first = from.saturating_sub(base) >> shift;
            (first..WIDTH)
                .find_map(|child| leaf_in(&branch.children[child], level - 1, from, base + (child << shift)))
        }
    }
}
