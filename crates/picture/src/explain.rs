//! What is said of a moment: the event just applied, why it happened, what else has happened since the stop
//! before it, and what may be predicted next. The sentences are the narration's; here they get their hues.

use crate::Hue;
use crate::{Source, names};
use loopglass_narration::{Kind, Phrase, Segment};
use loopglass_trace::{Callee, ClockReason, Detail, Event, FutureId, FutureKind, Origin, Trace, World};

/// How many events between two stops are looked at.
pub const LOOKED_AT: usize = 400;
/// How many of them are told.
const TOLD: usize = 5;
/// How many of those are told that must be known, besides.
const HEAVY: usize = 4;

/// How a part of a sentence looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// Words.
    Plain,
    /// A name or a value, in the hue of its task, and the task or future that it belongs to.
    Exact(Hue, Option<FutureId>),
    /// A term of the glossary, by its key.
    Term(&'static str),
}

/// A sentence, or a few, as parts.
pub type Sentence = Vec<(Look, String)>;

/// What happened, and why.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Explanation {
    /// One sentence on what happened.
    pub what: Sentence,
    /// One or two on why; may be empty.
    pub why: Sentence,
    /// What happened between the stop before and this one.
    pub between: Vec<Told>,
    /// How many more such events are not told.
    pub between_more: usize,
    /// A question on what comes next, and its answer.
    pub question: Option<(Sentence, Sentence)>,
    /// If the event is in a stretch that repeats itself: its repetitions.
    pub repeats: Option<Repeats>,
    /// Whether this is the first step, where what to press is said.
    pub first: bool,
}

/// What is told of an event that one did not stop at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    /// The event to go to.
    pub event: usize,
    /// What happened.
    pub what: Sentence,
    /// What it means, where that is told, too.
    pub why: Sentence,
    /// Whether one must know it to understand what is seen now.
    pub weighs: bool,
}

/// A stretch of events that comes again and again, and is recorded once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Repeats {
    /// How many times it comes after this one.
    pub more: usize,
    /// The first event after all of them.
    pub end: usize,
}

/// The explanation of event `at`, which led from `before` to the source's world. `since` is a world from which on the
/// events are told that happened on the way: that of the stop before, or nearer.
pub fn explain(
    source: Source<'_>,
    trace: &Trace,
    before: &World,
    at: usize,
    since: Option<World>,
) -> Explanation {
    let Some(event) = trace.event(at) else { return Explanation::default() };
    let Source { world, tables, .. } = source;
    let told_of = loopglass_narration::explain(&event, before, world, tables);
    let hint = loopglass_narration::next_hint(&event, before, world, tables);
    let repeats =
        trace.folded_at(at).map(|(_, end, period)| Repeats { more: (end - at) / period.max(1), end });
    let (between, between_more) = since.map_or_else(Default::default, |since| told(source, trace, since, at));
    Explanation {
        what: sentence(&told_of.what, source),
        why: sentence(&told_of.why, source),
        between,
        between_more,
        question: hint.map(|hint| (sentence(&hint.question, source), sentence(&hint.answer, source))),
        repeats: repeats.filter(|repeats| repeats.more > 0),
        first: matches!(event, Event::RunStarted),
    }
}

fn sentence(phrase: &Phrase, source: Source<'_>) -> Sentence {
    let world = source.world;
    let left_out = |handle| world.handles.contains(handle) && !source.shows(handle);
    // In Exact a callback of asyncio's own goes by its name in CPython, as on its chip, and not by whose sleep it is.
    let exact = |kind| match kind {
        Kind::Handle(handle, Some(_)) if source.detail == Detail::Exact => {
            match world.handles.get(handle)?.callee {
                Callee::Internal(name) => Some(source.tables.text(name).to_owned()),
                _ => None,
            }
        }
        _ => None,
    };
    let text = |segment: &Segment| match segment.kind {
        Kind::Handle(handle, None) if left_out(handle) => {
            names::left_out(source, std::iter::once(handle)).unwrap_or_default()
        }
        Kind::Handle(_, None) if source.detail == Detail::Essentials => {
            names::plain_callback(segment.text.trim_end_matches("()")).to_owned()
        }
        kind => exact(kind).unwrap_or_else(|| segment.text.clone()),
    };
    let look = |kind| match kind {
        Kind::Text => Look::Plain,
        Kind::Term(key) => Look::Term(key),
        Kind::Task(task) | Kind::Handle(_, Some(task)) => Look::Exact(names::hue(task, world), Some(task)),
        Kind::Future(future) => Look::Exact(Hue::NONE, Some(future)),
        Kind::Frame(frame) => Look::Exact(Hue::NONE, world.frames.get(frame).and_then(|frame| frame.task)),
        Kind::Code | Kind::Value | Kind::Handle(_, None) => Look::Exact(Hue::NONE, None),
    };
    phrase.segments.iter().map(|segment| (look(segment.kind), text(segment))).collect()
}

/// What is told of an earlier moment, with the names that tasks and futures have `now`: one that was bound to a variable
/// meanwhile goes by its name.
fn called_as_now(mut phrase: Phrase, here: Source<'_>, now: &World) -> Phrase {
    for segment in &mut phrase.segments {
        let (Kind::Task(id) | Kind::Future(id) | Kind::Handle(_, Some(id))) = segment.kind else { continue };
        let Some(future) = now.futures.get(id) else { continue };
        let before = here.world.futures.get(id).map(|future| future.label());
        if before.is_some_and(|before| before != future.label()) {
            let rest = segment.text.strip_prefix(&names::label(id, here.world, here.tables));
            if let Some(rest) = rest {
                segment.text = format!("{}{rest}", names::label(id, now, here.tables));
            }
        }
    }
    phrase
}

/// The sentences of the notable events after the world `since` and before `at`.
fn told(source: Source<'_>, trace: &Trace, since: World, at: usize) -> (Vec<Told>, usize) {
    let mut world = since;
    let mut told: Vec<Told> = Vec::new();
    // Requests to cancel that come together are told together.
    let mut asked: Option<(usize, Vec<FutureId>)> = None;
    for index in world.events as usize..at {
        // A copy of the world costs something with the next change of it.
        let before = trace.event(index).filter(is_told).map(|_| world.clone());
        let Some(event) = trace.step(&mut world) else { break };
        let Some(before) = before.filter(|_| is_notable(source, &event, &world)) else { continue };
        let here = Source { world: &world, ..source };
        let explanation = loopglass_narration::explain(&event, &before, &world, source.tables);
        let what = match event {
            Event::HandleBegan { handle } => loopglass_narration::runs(handle, &world, source.tables),
            _ => explanation.what,
        };
        let what = sentence(&called_as_now(what, here, source.world), here);
        if let Event::CancelRequested { task, .. } = event {
            let (place, tasks) = asked.get_or_insert_with(|| (told.len(), Vec::new()));
            tasks.push(task);
            if let (2.., Some(first)) = (tasks.len(), told.get_mut(*place)) {
                let phrase = loopglass_narration::cancelled_together(tasks, &world, source.tables);
                let phrase = called_as_now(phrase, here, source.world);
                first.what = sentence(&phrase, here);
                continue;
            }
        }
        let blocks = matches!(event, Event::ClockAdvanced { reason: ClockReason::Sleep, .. });
        let why = if blocks { sentence(&explanation.why, here) } else { Sentence::new() };
        told.push(Told { event: index, what, why, weighs: weighs(&event, &world) });
    }
    // What weighs is told in any case, and of the rest the last. "1 more" would need as much room as the one.
    let rest = told.iter().filter(|it| !it.weighs).count();
    let mut more = if rest == TOLD + 1 { 0 } else { rest.saturating_sub(TOLD) };
    let mut heavy = 0;
    let mut left_out = more;
    told.retain_mut(|it| {
        if it.weighs {
            heavy += 1;
            // Of many of them the first say enough.
            it.weighs = heavy <= HEAVY;
            left_out += usize::from(!it.weighs);
            return it.weighs;
        }
        let stays = more == 0;
        more = more.saturating_sub(1);
        stays
    });
    (told, left_out)
}

/// Whether one must know of an event to understand what is seen afterwards: time passes, a timer is due, someone is to
/// end.
fn weighs(event: &Event, world: &World) -> bool {
    match event {
        Event::ClockAdvanced { .. } => world.outside_worker().is_none(),
        Event::HandleReady { origin: Origin::Timers, .. } | Event::CancelRequested { .. } => true,
        _ => false,
    }
}

/// Whether events of this kind are worth telling although one does not stop at them: they move something on the
/// stage.
fn is_told(event: &Event) -> bool {
    matches!(
        event,
        Event::CallbackAdded { .. }
            | Event::TimerScheduled { .. }
            | Event::HandleReady { .. }
            | Event::HandleCancelled { .. }
            | Event::HandleBegan { .. }
            | Event::TaskCreated { .. }
            | Event::FutureCreated { kind: FutureKind::Gather, .. }
            | Event::FutureSettled { .. }
            | Event::CancelRequested { .. }
            | Event::Printed { .. }
            | Event::ClockAdvanced { .. }
            | Event::PrimitiveChanged { .. }
            | Event::ItemPut { .. }
            | Event::ItemTaken { .. }
    )
}

/// Whether such an event is about something that is shown.
fn is_notable(source: Source<'_>, event: &Event, world: &World) -> bool {
    let source = Source { world, ..source };
    match *event {
        Event::CallbackAdded { handle, .. }
        | Event::TimerScheduled { handle, .. }
        | Event::HandleReady { handle, .. }
        | Event::HandleCancelled { handle } => source.shows(handle),
        // At what is shown one stops. A callback that is left out has been named as the next to run.
        Event::HandleBegan { handle } => source.world.handles.get(handle).is_some_and(|it| {
            matches!(it.callee, Callee::Internal(name) if names::listens(source.tables.text(name)))
                && !source.shows(handle)
        }),
        Event::TaskCreated { task: future, .. }
        | Event::FutureSettled { future, .. }
        | Event::CancelRequested { task: future, .. } => {
            source.world.futures.get(future).is_none_or(|future| !source.hides(future))
        }
        _ => true,
    }
}
