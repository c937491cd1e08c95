//! Where line events fall: the rules of CPython's `instrumentation.c` for which instructions begin a line, and
//! of its legacy tracing for jumps backward within one.

use crate::code::Op;

use super::flow::{BlockId, Graph, Node};
use super::step::Ins;

/// How a line begins at an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Begin {
    /// With an event unless the frame is on it already.
    Line,
    /// With an event in any case.
    Again,
    /// With an event unless the frame is on it already, and with another for the jump back to it.
    Twice,
    /// Without an event.
    Silently,
    /// It does not: what follows is on no line.
    Leave,
}

/// The beginnings of lines, by position of the block in the order and of the instruction in it.
pub(super) fn begins(graph: &Graph, layout: &[BlockId]) -> Vec<Vec<Option<Begin>>> {
    let mut position = vec![0; graph.blocks.len()];
    for (at, id) in layout.iter().enumerate() {
        position[*id] = at;
    }
    let mut begins: Vec<Vec<Option<Begin>>> =
        layout.iter().map(|id| vec![None; graph.blocks[*id].nodes.len()]).collect();
    if graph.hidden {
        return begins;
    }
    mark_changes(graph, layout, &mut begins);
    mark_after_loops(graph, layout, &mut begins);
    mark_targets(graph, layout, &position, &mut begins);
    mark_after_lineless(graph, layout, &position, &mut begins);
    mark_jumps_back(graph, layout, &mut begins);
    begins
}

/// Instructions that never begin a line.
fn never_begins(node: &Node) -> bool {
    matches!(node.ins, Ins::Resume | Ins::EndFor | Ins::PopIter | Ins::EndSend | Ins::Op(Op::EndAsyncFor))
}

/// Where the line differs from that of the instruction before.
fn mark_changes(graph: &Graph, layout: &[BlockId], begins: &mut [Vec<Option<Begin>>]) {
    let mut current = 0;
    let mut traced = false;
    for (position, id) in layout.iter().enumerate() {
        for (at, node) in graph.blocks[*id].nodes.iter().enumerate() {
            if !traced {
                traced = node.ins == Ins::Resume;
                continue;
            }
            if never_begins(node) {
                continue;
            }
            if node.at.line != current && node.at.line > 0 {
                begins[position][at] = Some(Begin::Line);
            }
            current = node.at.line;
        }
    }
}

/// A loop that is over leaves the line of its iterable: what goes on where the loop's last instruction was does so
/// without an event.
fn mark_after_loops(graph: &Graph, layout: &[BlockId], begins: &mut [Vec<Option<Begin>>]) {
    let mut left = None;
    for (position, id) in layout.iter().enumerate() {
        for (at, node) in graph.blocks[*id].nodes.iter().enumerate() {
            if matches!(node.ins, Ins::EndFor | Ins::PopIter) {
                left = Some(node.at.line);
            } else if let Some(left) = left.take_if(|_| matches!(node.ins, Ins::Op(_)))
                && begins[position][at].is_none()
                && node.at.line > 0
                && node.at.line != left
            {
                begins[position][at] = Some(Begin::Silently);
            }
        }
        if !graph.blocks[*id].falls_through() {
            left = None;
        }
    }
}

/// Where a jump from another line, or an exception, leads to.
fn mark_targets(graph: &Graph, layout: &[BlockId], position: &[usize], begins: &mut [Vec<Option<Begin>>]) {
    for id in layout {
        for node in &graph.blocks[*id].nodes {
            if let Some(target) = node.jump_target() {
                let (target, at) = landing(graph, target, matches!(node.ins, Ins::Op(Op::ForIter(_))));
                mark(graph, target, at, Some(node.at.line), position, begins);
            }
            if let Some(handler) = node.except {
                let (handler, at) = landing(graph, handler, false);
                mark(graph, handler, at, None, position, begins);
            }
        }
    }
}

/// The instruction that a jump to a block reaches; a loop's end skips its first.
fn landing(graph: &Graph, target: BlockId, loop_end: bool) -> (BlockId, usize) {
    let target = graph.non_empty(Some(target)).unwrap_or(target);
    let skip = loop_end && graph.blocks[target].nodes.first().is_some_and(|node| node.ins == Ins::EndFor);
    (target, usize::from(skip))
}

fn mark(
    graph: &Graph,
    target: BlockId,
    at: usize,
    from: Option<u32>,
    position: &[usize],
    begins: &mut [Vec<Option<Begin>>],
) {
    let Some(node) = graph.blocks[target].nodes.get(at) else { return };
    if node.at.line > 0 && from != Some(node.at.line) && !never_begins(node) {
        begins[position[target]][at] = Some(Begin::Line);
    }
}

/// Where control comes to a block from: instructions with a line, and the places of those without one.
#[derive(Clone, Default)]
struct Origins {
    lined: bool,
    lineless: Vec<(usize, usize)>,
}

/// After instructions without a line the frame is on no line: what begins there makes an event again. Where
/// control comes from both kinds, those without a line say so themselves.
fn mark_after_lineless(
    graph: &Graph,
    layout: &[BlockId],
    position: &[usize],
    begins: &mut [Vec<Option<Begin>>],
) {
    let origins = origins(graph, layout);
    for id in layout {
        let origins = &origins[*id];
        let lineless = !origins.lineless.is_empty();
        let mut before = !origins.lined && lineless;
        for (at, node) in graph.blocks[*id].nodes.iter().enumerate() {
            let begin = &mut begins[position[*id]][at];
            if before && *begin == Some(Begin::Line) {
                *begin = Some(Begin::Again);
            }
            before = node.at.line == 0 && !is_prologue(node);
        }
        let begins_line = begins[position[*id]].first() == Some(&Some(Begin::Line));
        if origins.lined && lineless && begins_line {
            for (position, at) in &origins.lineless {
                let begin = &mut begins[*position][*at];
                if begin.is_none() {
                    *begin = Some(Begin::Leave);
                }
            }
        }
    }
}

fn origins(graph: &Graph, layout: &[BlockId]) -> Vec<Origins> {
    let mut origins = vec![Origins::default(); graph.blocks.len()];
    let mut note = |target: BlockId, node: &Node, place: (usize, usize)| {
        let target = graph.non_empty(Some(target)).unwrap_or(target);
        if node.at.line > 0 {
            origins[target].lined = true;
        } else if !origins[target].lineless.contains(&place) {
            origins[target].lineless.push(place);
        }
    };
    let mut previous: Option<(&Node, (usize, usize))> = None;
    for (position, id) in layout.iter().enumerate() {
        let block = &graph.blocks[*id];
        if let Some((node, place)) = previous {
            note(*id, node, place);
        }
        for (at, node) in block.nodes.iter().enumerate() {
            if let Some(target) = node.jump_target() {
                note(target, node, (position, at));
            }
            if let Some(handler) = node.except
                && (node.at.line > 0 || node.leaves())
            {
                note(handler, node, (position, at));
            }
        }
        if let Some(last) = block.nodes.last() {
            let place = (position, block.nodes.len() - 1);
            previous = block.falls_through().then_some((last, place));
        }
    }
    origins
}

/// What a frame runs before its first line.
fn is_prologue(node: &Node) -> bool {
    matches!(node.ins, Ins::Resume | Ins::Op(Op::MakeCell(_)))
}

/// A jump backward to the line it is on makes an event.
fn mark_jumps_back(graph: &Graph, layout: &[BlockId], begins: &mut [Vec<Option<Begin>>]) {
    for (position, id) in layout.iter().enumerate() {
        for (at, node) in graph.blocks[*id].nodes.iter().enumerate() {
            let Ins::Op(Op::JumpBack(target)) = node.ins else { continue };
            let Some(target) = graph.non_empty(Some(target as usize)) else { continue };
            let there = graph.blocks[target].nodes.first().map(|node| node.at.line);
            if there == Some(node.at.line) && node.at.line > 0 {
                let begin = &mut begins[position][at];
                let to_itself = target == *id && at == 0;
                let twice = !to_itself && matches!(begin, Some(Begin::Line | Begin::Again));
                *begin = Some(if twice { Begin::Twice } else { Begin::Again });
            }
        }
    }
}
