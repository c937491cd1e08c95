//! From the optimized flow graph to the code object: slots in their final order, jumps as indices, constants
//! immediate where they can be, lines where they begin.

use std::cell::Cell;
use std::rc::Rc;

use loopglass_trace::Span;
use num_traits::ToPrimitive;

use crate::code::{Code, Handler, Hint, Op, Origin};
use crate::symbol::Sym;

use super::constant::Constant;
use super::flow::{self, BlockId, Graph, Node};
use super::lines::{self, Begin};
use super::step::{Ins, target, with_target};
use super::unit::{Role, Unit};

/// What is in C in CPython and may be amidst a deep recursion, since it calls what it was given: `fib` with a cache,
/// a tree's `max(…, key=…)`.
const IN_C: [&str; 5] =
    ["_lru_cache_wrapper.__call__", "partial.__call__", "reduce", "keys_of", "extreme_of"];

/// Assembles a unit. An error is a fault of lowering, or code of an unreasonable size.
pub(super) fn assemble(mut unit: Unit<'_>, file: Rc<str>, origin: Origin) -> Result<Code, String> {
    let graph = flow::flow(&mut unit, origin)?;
    let slots = Slots::arrange(&unit);
    let mut output = Output::new(&unit, &slots, origin);
    output.write(&graph)?;
    let Output { ops, spans, handlers, constants, .. } = output;
    let count = ops.len();
    let place = |slot: u32| slots.place[slot as usize];
    let cells =
        unit.slots.iter().enumerate().filter(|(_, slot)| slot.is_cell).map(|(slot, _)| place(slot as u32));
    let mut cells: Vec<u32> = cells.collect();
    cells.sort_unstable();
    Ok(Code {
        name: unit.name,
        qualname: Sym::new(&unit.qualname),
        kind: unit.kind,
        origin,
        weight: u32::from(!(origin == Origin::Hidden && IN_C.contains(&unit.qualname.as_str()))),
        file,
        first_line: unit.first_line,
        positional: unit.counts[0],
        positional_only: unit.counts[1],
        keyword_only: unit.counts[2],
        star_args: unit.stars[0],
        star_kwargs: unit.stars[1],
        slots: slots.names.clone().into_boxed_slice(),
        cells: cells.into_boxed_slice(),
        free: slots.free,
        stack_size: graph.stack_size,
        ops: ops.into_boxed_slice(),
        spans: spans.into_boxed_slice(),
        constants: constants.iter().map(Constant::value).collect(),
        names: unit.names.into_boxed_slice(),
        keywords: unit.keywords.into_boxed_slice(),
        children: unit.children.into_boxed_slice(),
        handlers: handlers.into_boxed_slice(),
        doc: unit.doc.as_ref().map(Constant::value),
        is_function: unit.is_function,
        hints: Hint::none(count),
        trace_id: Cell::new(None),
    })
}

/// The final order of slots: parameters, locals, cells, free variables.
struct Slots {
    names: Vec<Sym>,
    /// Final slot of a slot in the making.
    place: Vec<u32>,
    free: u32,
}

impl Slots {
    fn arrange(unit: &Unit<'_>) -> Slots {
        let mut order: Vec<usize> = (0..unit.slots.len()).collect();
        order.sort_by_key(|slot| unit.slots[*slot].role);
        let mut place = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old] = new as u32;
        }
        let names = order.iter().map(|slot| shown(unit.slots[*slot].name)).collect();
        let free = unit.slots.iter().filter(|slot| slot.role != Role::Free).count() as u32;
        Slots { names, place, free }
    }

    fn rename(&self, op: Op) -> Op {
        let place = |slot: u32| self.place[slot as usize];
        match op {
            Op::LoadFast(slot) => Op::LoadFast(place(slot)),
            Op::StoreFast(slot) => Op::StoreFast(place(slot)),
            Op::DeleteFast(slot) => Op::DeleteFast(place(slot)),
            Op::ClearFast(slot) => Op::ClearFast(place(slot)),
            Op::MakeCell(slot) => Op::MakeCell(place(slot)),
            Op::LoadDeref(slot) => Op::LoadDeref(place(slot)),
            Op::StoreDeref(slot) => Op::StoreDeref(place(slot)),
            Op::DeleteDeref(slot) => Op::DeleteDeref(place(slot)),
            Op::LoadClosure(slot) => Op::LoadClosure(place(slot)),
            Op::LoadClassDeref(slot) => Op::LoadClassDeref(place(slot)),
            Op::LoadFromDictOrDeref(slot) => Op::LoadFromDictOrDeref(place(slot)),
            other => other,
        }
    }
}

/// The parameter of a lazily evaluated function has a name that no script can use; it shows as `format`.
fn shown(name: Sym) -> Sym {
    if &*name.text() == ".format" { Sym::new("format") } else { name }
}

/// Which blocks something jumps or unwinds to.
fn jumped_to(graph: &Graph) -> Vec<bool> {
    let mut reached = vec![false; graph.blocks.len()];
    for node in graph.blocks.iter().flat_map(|block| &block.nodes) {
        for target in node.jump_target().into_iter().chain(node.except) {
            reached[target] = true;
        }
    }
    reached
}

/// Whether a block begins by popping, without a line of its own.
fn begins_with_pop(graph: &Graph, id: BlockId, begins: &[Option<Begin>]) -> bool {
    let first = graph.blocks[id].nodes.first();
    first.is_some_and(|node| node.ins == Ins::Op(Op::Pop)) && begins.first() == Some(&None)
}

/// For a test that keeps its value: the one that takes it.
fn keeping_test(node: &Node) -> Option<Op> {
    match node.ins {
        Ins::Op(Op::JumpIfFalseOrPop(target)) => Some(Op::PopJumpIfFalse(target)),
        Ins::Op(Op::JumpIfTrueOrPop(target)) => Some(Op::PopJumpIfTrue(target)),
        _ => None,
    }
}

/// What is written.
struct Output<'u> {
    unit: &'u Unit<'u>,
    slots: &'u Slots,
    origin: Origin,
    ops: Vec<Op>,
    spans: Vec<Span>,
    handlers: Vec<Handler>,
    constants: Vec<Constant>,
    /// Final place of a constant.
    constant_place: Vec<Option<u32>>,
}

impl<'u> Output<'u> {
    fn new(unit: &'u Unit<'u>, slots: &'u Slots, origin: Origin) -> Output<'u> {
        Output {
            unit,
            slots,
            origin,
            ops: Vec::new(),
            spans: Vec::new(),
            handlers: Vec::new(),
            constants: Vec::new(),
            constant_place: vec![None; unit.constants.len()],
        }
    }

    fn write(&mut self, graph: &Graph) -> Result<(), String> {
        let layout = graph.layout();
        let begins = lines::begins(graph, &layout);
        let mut start = vec![0; graph.blocks.len()];
        let mut exceptions: Vec<Option<BlockId>> = Vec::new();
        let jumped_to = jumped_to(graph);
        let mut popped = false;
        for (position, id) in layout.iter().enumerate() {
            start[*id] = self.ops.len() as u32;
            if graph.blocks[*id].phantom {
                continue;
            }
            for (at, node) in graph.blocks[*id].nodes.iter().enumerate() {
                if std::mem::take(&mut popped) {
                    continue;
                }
                self.begin(node, begins[position][at]);
                let next = layout.get(position + 1).filter(|next| !jumped_to[**next]);
                let pops = next.is_some_and(|next| begins_with_pop(graph, *next, &begins[position + 1]));
                match keeping_test(node) {
                    Some(_) if pops => {
                        self.node(node);
                        popped = true;
                    }
                    Some(test) => {
                        self.push(Op::Copy(1), node.at);
                        self.push(test, node.at);
                    }
                    None => self.node(node),
                }
                exceptions.resize(self.ops.len(), node.except);
            }
        }
        for op in &mut self.ops {
            if let Some(block) = target(*op) {
                *op = with_target(*op, start[block as usize]);
            }
        }
        self.handlers(graph, &start, &exceptions)
    }

    /// Begins a line.
    fn begin(&mut self, node: &Node, begin: Option<Begin>) {
        if self.origin == Origin::Hidden || !matches!(node.ins, Ins::Op(_)) {
            return;
        }
        match begin {
            Some(Begin::Line) => self.push(Op::Line(node.at.line), node.at),
            Some(Begin::Again) => self.push(Op::LineAgain(node.at.line), node.at),
            Some(Begin::Twice) => {
                self.push(Op::Line(node.at.line), node.at);
                self.push(Op::LineAgain(node.at.line), node.at);
            }
            Some(Begin::Silently) => self.push(Op::OnLine(node.at.line), node.at),
            Some(Begin::Leave) => self.push(Op::OnLine(0), node.at),
            None => {}
        }
    }

    fn node(&mut self, node: &Node) {
        let Ins::Op(op) = node.ins else { return };
        match op {
            Op::Nop => {}
            Op::LoadConst(place) => {
                let op = self.constant(place);
                self.push(op, node.at);
            }
            other => self.push(self.slots.rename(other), node.at),
        }
    }

    fn push(&mut self, op: Op, at: Span) {
        self.ops.push(op);
        self.spans.push(at);
    }

    /// The shortest way to load a constant.
    fn constant(&mut self, place: u32) -> Op {
        let constant = &self.unit.constants[place as usize];
        match constant {
            Constant::None => return Op::LoadNone,
            Constant::Int(value) => {
                if let Some(small) = value.to_i32() {
                    return Op::LoadInt(small);
                }
            }
            _ => {}
        }
        if let Some(known) = self.constant_place[place as usize] {
            return Op::LoadConst(known);
        }
        let new = self.constants.len() as u32;
        self.constants.push(constant.clone());
        self.constant_place[place as usize] = Some(new);
        Op::LoadConst(new)
    }

    fn handlers(
        &mut self,
        graph: &Graph,
        start: &[u32],
        exceptions: &[Option<BlockId>],
    ) -> Result<(), String> {
        let mut at = 0;
        while at < exceptions.len() {
            let mut end = at + 1;
            while end < exceptions.len() && exceptions[end] == exceptions[at] {
                end += 1;
            }
            if let Some(block) = exceptions[at] {
                let depth = graph.blocks[block].depth.unwrap_or(0).checked_sub(1);
                let Some(depth) = depth else { return Err("a handler without an exception".to_owned()) };
                // What is thrown into a generator that has not begun is raised before its first line.
                let before_begin = at == 0 && matches!(self.ops.first(), Some(Op::Line(_)));
                self.handlers.push(Handler {
                    start: at as u32 + u32::from(before_begin),
                    end: end as u32,
                    target: start[block],
                    depth,
                });
            }
            at = end;
        }
        Ok(())
    }
}
