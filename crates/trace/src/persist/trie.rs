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
    /// The place of a leaf that is lent out.
    Lent,
    Leaf(Rc<Leaf<T>>),
    Branch(Rc<Branch<T>>),
}

/// The last level.
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
            Node::Lent => Node::Lent,
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
                Node::Empty | Node::Lent => return None,
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

impl<T> Trie<T> {
    /// Lends the leaf out that an index is in: its place stays in use, but nothing is found there until it is given
    /// back.
    pub(super) fn lend(&mut self, index: usize) -> Option<Rc<Leaf<T>>> {
        let node = self.place(index).filter(|node| matches!(node, Node::Leaf(_)))?;
        match std::mem::replace(node, Node::Lent) {
            Node::Leaf(leaf) => Some(leaf),
            Node::Empty | Node::Lent | Node::Branch(_) => None,
        }
    }

    /// Takes back the leaf that was lent out.
    pub(super) fn give_back(&mut self, index: usize, leaf: Rc<Leaf<T>>) {
        if let Some(node) = self.place(index) {
            *node = Node::Leaf(leaf);
        }
    }

    /// The place of the leaf that an index is in; none where nothing is near it.
    fn place(&mut self, index: usize) -> Option<&mut Node<T>> {
        if !self.reaches(index) {
            return None;
        }
        let mut node = &mut self.root;
        for level in (1..=self.height).rev() {
            let Node::Branch(branch) = node else { return None };
            node = &mut Rc::make_mut(branch).children[(index >> (level * BITS)) & MASK];
        }
        Some(node)
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

    /// Gives up the place of a leaf that is lent out.
    pub(super) fn forget(&mut self, index: usize) {
        if self.reaches(index) && forget_in(&mut self.root, self.height, index) {
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

/// Gives up the place of a leaf, and says whether the node is now empty.
fn forget_in<T>(node: &mut Node<T>, level: u32, index: usize) -> bool {
    let Node::Branch(branch) = node else { return matches!(node, Node::Lent) };
    let branch = Rc::make_mut(branch);
    let child = &mut branch.children[(index >> (level * BITS)) & MASK];
    if !forget_in(child, level - 1, index) {
        return false;
    }
    *child = Node::Empty;
    branch.used = branch.used.saturating_sub(1);
    branch.used == 0
}

fn leaf_in<T>(node: &Node<T>, level: u32, from: usize, base: usize) -> Option<(usize, &Leaf<T>)> {
    match node {
        Node::Empty | Node::Lent => None,
        Node::Leaf(leaf) => Some((base, leaf)),
        Node::Branch(branch) => {
            let shift = level * BITS;
            let first = from.saturating_sub(base) >> shift;
            (first..WIDTH)
                .find_map(|child| leaf_in(&branch.children[child], level - 1, from, base + (child << shift)))
        }
    }
}
