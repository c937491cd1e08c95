//! Basic blocks: runs of instructions that are entered at the top and left at the bottom.

use loopglass_trace::Span;

use crate::code::Op;

use super::super::step::{Ins, leaves, target, with_target};

/// Index of a block; jump targets are these once the graph is built.
pub(in super::super) type BlockId = usize;

/// An instruction in the graph.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Node {
    /// The instruction.
    pub ins: Ins,
    /// Its location.
    pub at: Span,
    /// Where an exception in it goes.
    pub except: Option<BlockId>,
}

impl Node {
    /// Whether it does nothing.
    pub fn is_nop(&self) -> bool {
        self.ins == Ins::Op(Op::Nop)
    }

    /// Makes it do nothing.
    pub fn clear(&mut self) {
        self.ins = Ins::Op(Op::Nop);
    }

    /// The block a jump goes to.
    pub fn jump_target(&self) -> Option<BlockId> {
        match self.ins {
            Ins::Op(op) => target(op).map(|label| label as usize),
            Ins::Send(label) | Ins::SendAgain(label) => Some(label as usize),
            _ => None,
        }
    }

    /// The handler that a setup names.
    pub fn setup_target(&self) -> Option<BlockId> {
        match self.ins {
            Ins::SetupFinally(label) | Ins::SetupCleanup(label) | Ins::SetupWith(label) => {
                Some(label as usize)
            }
            _ => None,
        }
    }

    /// Sends a jump elsewhere.
    pub fn retarget(&mut self, block: BlockId) {
        let block = block as u32;
        self.ins = match self.ins {
            Ins::Op(op) => Ins::Op(with_target(op, block)),
            Ins::Send(_) => Ins::Send(block),
            Ins::SendAgain(_) => Ins::SendAgain(block),
            other => other,
        };
    }

    /// Whether it always jumps.
    pub fn is_unconditional_jump(&self) -> bool {
        matches!(self.ins, Ins::Op(Op::Jump(_) | Op::JumpBack(_)) | Ins::SendAgain(_))
    }

    /// Whether it leaves the frame or raises.
    pub fn leaves(&self) -> bool {
        matches!(self.ins, Ins::Op(op) if leaves(op))
    }
}

/// A block.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct BasicBlock {
    /// Its instructions.
    pub nodes: Vec<Node>,
    /// The block after it.
    pub next: Option<BlockId>,
    /// Whether something names it: a jump or a setup.
    pub labelled: bool,
    /// How many ways lead here.
    pub predecessors: u32,
    /// Whether exceptions come here.
    pub is_handler: bool,
    /// Whether it runs only for exceptions.
    pub cold: bool,
    /// Whether it runs without any.
    pub warm: bool,
    /// Whether it is there for the order and the lines of others only, and is not written.
    pub phantom: bool,
    /// How many operands are on the stack where it begins.
    pub depth: Option<u32>,
}

impl BasicBlock {
    /// Whether control can go on into the next block.
    pub fn falls_through(&self) -> bool {
        match self.nodes.last() {
            Some(node) => !node.is_unconditional_jump() && !node.leaves(),
            None => true,
        }
    }

    /// Whether it ends by leaving the frame.
    pub fn exits(&self) -> bool {
        self.nodes.last().is_some_and(Node::leaves)
    }

    /// Whether none of its instructions has a line.
    pub fn has_no_line(&self) -> bool {
        self.nodes.iter().all(|node| node.at.line == 0)
    }
}

/// The blocks of a code object; the first is where it starts.
#[derive(Debug, Default)]
pub(in super::super) struct Graph {
    /// All blocks; their order is that of `next`.
    pub blocks: Vec<BasicBlock>,
    /// How many operands the stack can hold at most.
    pub stack_size: u32,
    /// Whether nobody sees the lines: all that does nothing may go.
    pub hidden: bool,
}

impl Graph {
    /// The blocks in their order.
    pub fn layout(&self) -> Vec<BlockId> {
        let mut order = Vec::with_capacity(self.blocks.len());
        let mut at = (!self.blocks.is_empty()).then_some(0);
        while let Some(id) = at {
            order.push(id);
            at = self.blocks[id].next;
        }
        order
    }

    /// The first block at or after this one that has instructions.
    pub fn non_empty(&self, from: Option<BlockId>) -> Option<BlockId> {
        let mut at = from;
        while let Some(id) = at {
            if !self.blocks[id].nodes.is_empty() {
                return Some(id);
            }
            at = self.blocks[id].next;
        }
        None
    }

    /// A new block that is not yet in the order.
    pub fn add(&mut self, block: BasicBlock) -> BlockId {
        self.blocks.push(block);
        self.blocks.len() - 1
    }
}
