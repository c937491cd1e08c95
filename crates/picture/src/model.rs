//! What the stage shows at one moment, as plain data: no element, no colour value, no style. It is made from
//! a `World` by the rest of this crate and drawn elsewhere, so that what is shown can be tested without a page.

use crate::Hue;
use loopglass_trace::{FutureId, HandleId, PrimitiveId};
use std::ops::Range;

/// Where a chip is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// In the running slot.
    Running,
    /// In the ready queue.
    Ready,
    /// Among the timers.
    Timers,
    /// In the callback list of a future.
    Callbacks(FutureId),
}

impl Place {
    /// The place's name for `data-place`.
    pub fn name(self) -> &'static str {
        match self {
            Place::Running => "running",
            Place::Ready => "ready",
            Place::Timers => "timers",
            Place::Callbacks(_) => "callbacks",
        }
    }
}

/// How a chip's dot looks: what the handle calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ChipKind {
    /// A task's step.
    Step,
    /// A task's wakeup.
    Wakeup,
    /// A function of the script.
    Script,
    /// A callback inside asyncio.
    Internal,
}

impl ChipKind {
    /// The class of the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            ChipKind::Step => "step",
            ChipKind::Wakeup => "wakeup",
            ChipKind::Script => "script",
            ChipKind::Internal => "internal",
        }
    }
}

/// A handle on the stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chip {
    /// The handle.
    pub handle: HandleId,
    /// What it says, `main_task.wakeup`.
    pub label: String,
    /// The task that it steps or wakes, or whose sleep or timeout it ends.
    pub task: Option<FutureId>,
    /// Its task's hue.
    pub hue: Hue,
    /// What it calls.
    pub kind: ChipKind,
    /// Where it is.
    pub place: Place,
    /// Whether it was cancelled and will not run.
    pub cancelled: bool,
}

/// A timer's chip and the time until it is due.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Timer {
    /// The chip.
    pub chip: Chip,
    /// `in 1.000 s`, or `due`.
    pub left: String,
}

/// How the clock has just moved by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Jump {
    /// By how much: `+0.500 s`.
    pub by: String,
    /// Whether the loop was kept from all else meanwhile; it waited, if not.
    pub blocked: bool,
}

impl Jump {
    /// Why it moved, in a word.
    pub fn word(&self) -> &'static str {
        if self.blocked { "blocked" } else { "waited" }
    }

    /// More on that.
    pub fn reason(&self) -> &'static str {
        if self.blocked { " by time.sleep" } else { " for a timer" }
    }
}

/// The event loop.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LoopPicture {
    /// Number of the iteration, 0 before the first.
    pub iteration: u32,
    /// The virtual clock, `0.000 s`.
    pub clock: String,
    /// How it has just moved, if it did so by itself.
    pub jump: Option<Jump>,
    /// What the loop is doing when nothing is in its slot.
    pub idle_words: &'static str,
    /// The running slot.
    pub running: Option<Chip>,
    /// The ready queue's left end, as far as it is shown.
    pub ready: Vec<Chip>,
    /// How many more are in the ready queue.
    pub ready_more: usize,
    /// Whose callbacks are in it that Essentials leaves out, if there are any.
    pub ready_own: Option<String>,
    /// The labels of the first of those, where they are listed.
    pub ready_rest: Vec<String>,
    /// The first timers by due time.
    pub timers: Vec<Timer>,
    /// How many more timers there are.
    pub timers_more: usize,
    /// The first of those, each with the time left, where they are listed.
    pub timers_rest: Vec<String>,
    /// The first sockets that are watched.
    pub sockets: Vec<WatchedSocket>,
    /// How many more there are.
    pub sockets_more: usize,
}

/// A socket that the event loop watches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WatchedSocket {
    /// Its descriptor.
    pub fd: u32,
    /// What it is: `listening on :8888`.
    pub what: String,
    /// Who waits, and for what: `to read`.
    pub waits: String,
    /// Whether what is called for it waits in the ready queue, or runs.
    pub ready: bool,
}

/// The shape beside a state's words, so that colour is never alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Not in any queue yet.
    Created,
    /// In the running slot.
    Running,
    /// In the ready queue.
    Ready,
    /// Waiting.
    Waiting,
    /// Done with a result.
    Done,
    /// Done with an exception.
    Failed,
    /// Cancelled.
    Cancelled,
}

/// One frame of an await chain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FramePicture {
    /// `main()`.
    pub name: String,
    /// The line it stands at, if it has lines and was started.
    pub line: Option<loopglass_trace::SourceLine>,
    /// Its locals, name and value.
    pub locals: Vec<(String, String)>,
}

/// What a card is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CardId {
    /// A task or another future.
    Future(FutureId),
    /// A lock, queue or the like.
    Primitive(PrimitiveId),
    /// A coroutine object that no task drives yet.
    Coroutine(loopglass_trace::FrameId),
    /// A worker thread, by its name.
    Worker(loopglass_trace::TextId),
}

impl CardId {
    /// The task or future that the card is about.
    pub fn future(self) -> Option<FutureId> {
        match self {
            CardId::Future(id) => Some(id),
            CardId::Primitive(_) | CardId::Coroutine(_) | CardId::Worker(_) => None,
        }
    }

    /// A text that tells cards apart, for keys and `data-card`.
    pub fn key(self) -> String {
        match self {
            CardId::Future(id) => format!("future-{}", id.0),
            CardId::Primitive(id) => format!("primitive-{}", id.0),
            CardId::Coroutine(id) => format!("coroutine-{}", id.0),
            CardId::Worker(id) => format!("worker-{}", id.0),
        }
    }
}

/// A task, or another future, by name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// Its label.
    pub label: String,
    /// Which it is.
    pub future: FutureId,
    /// Its hue.
    pub hue: Hue,
}

/// Those whose end a card waits for, several at once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Links {
    /// What they are to it: `children`, `group`.
    pub word: &'static str,
    /// The first of them.
    pub named: Vec<Named>,
    /// How many more there are.
    pub more: usize,
}

/// What is said after the names of the first, if there are more.
fn and_more(count: usize) -> String {
    if count > 0 { format!(" and {count} more") } else { String::new() }
}

impl Links {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.named.len() + self.more
    }

    /// Their names.
    pub fn text(&self) -> String {
        let names: Vec<&str> = self.named.iter().map(|named| &*named.label).collect();
        format!("{}{}", names.join(", "), and_more(self.more))
    }
}

/// What a line between two cards says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WireKind {
    /// The one waits for the other.
    Awaits,
    /// The one waits for several, of which the other is one. Such lines run together; this is how many there are.
    Child(usize),
}

/// A line from a card to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wire {
    /// The card of who waits.
    pub from: CardId,
    /// The card of what is waited for.
    pub to: CardId,
    /// The hue of who waits.
    pub hue: Hue,
    /// What it says.
    pub kind: WireKind,
}

/// A card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// What it is about.
    pub id: CardId,
    /// The name people know it by: `main_task`.
    pub label: String,
    /// The smaller name beside it: `Task-1`, `future`.
    pub name: String,
    /// Its hue.
    pub hue: Hue,
    /// Its state's shape.
    pub shape: Shape,
    /// Its state in words.
    pub state: String,
    /// Its await chain, outermost first.
    pub frames: Vec<FramePicture>,
    /// Whether it has a callback list at all.
    pub has_callbacks: bool,
    /// Its callback list.
    pub callbacks: Vec<Chip>,
    /// Callbacks that don't fit.
    pub callbacks_more: usize,
    /// Whose callbacks are in it that Essentials leaves out, if there are any: `gather-1's callback`.
    pub callbacks_own: Option<String>,
    /// Who waits for a lock or the like, as far as it is shown.
    pub waiters: Vec<Named>,
    /// How many more wait.
    pub waiters_more: usize,
    /// What a queue holds, in the order in which it was put in; how many more, if those are not all.
    pub items: Vec<String>,
    /// Who holds it, or what the task waits for, as far as it is shown.
    pub held_by: Vec<Named>,
    /// How many more hold it.
    pub held_more: usize,
    /// Those whose end it waits for, if they are several.
    pub links: Option<Links>,
    /// Requests to cancel it, not taken back.
    pub cancel_requests: u32,
    /// Whether its cancellation has been requested since the stop before.
    pub asked_now: bool,
    /// Whether it is what runs now.
    pub acting: bool,
}

impl Card {
    /// A card that says what it is about and in which state that is, and nothing else.
    pub fn new(id: CardId, label: String, name: &str, (shape, state): (Shape, String)) -> Card {
        Card {
            id,
            label,
            name: name.to_owned(),
            hue: Hue::NONE,
            shape,
            state,
            frames: Vec::new(),
            has_callbacks: false,
            callbacks: Vec::new(),
            callbacks_more: 0,
            callbacks_own: None,
            waiters: Vec::new(),
            waiters_more: 0,
            items: Vec::new(),
            held_by: Vec::new(),
            held_more: 0,
            links: None,
            cancel_requests: 0,
            asked_now: false,
            acting: false,
        }
    }

    /// Its state in words, with who holds what it is about or waits for.
    pub fn whole_state(&self) -> String {
        let names: Vec<&str> = self.held_by.iter().map(|holder| &*holder.label).collect();
        format!("{}{}{}{}", self.state, self.before_holders(), names.join(", "), self.after_holders())
    }

    /// What callbacks there are besides those that are shown, in words.
    pub fn other_callbacks(&self) -> Option<String> {
        match (self.callbacks_more, &self.callbacks_own) {
            (0, own) => own.clone(),
            (more, None) => Some(format!("{more} more")),
            (more, Some(own)) => Some(format!("{more} more, {own}")),
        }
    }

    /// What is said between its state and who holds what it is about.
    pub fn before_holders(&self) -> &'static str {
        match (self.held_by.is_empty(), self.state == HELD) {
            (true, _) => "",
            (false, true) => " by ",
            (false, false) => ", held by ",
        }
    }

    /// What is said after those who hold what it is about.
    pub fn after_holders(&self) -> String {
        and_more(self.held_more)
    }

    /// The task or future that it is lit with: its own, or the one that holds it alone.
    pub fn belongs_to(&self) -> Option<FutureId> {
        match (self.id, &self.held_by[..]) {
            (CardId::Primitive(_), [holder]) => Some(holder.future),
            _ => self.id.future(),
        }
    }
}

/// The state of a lock that is not free.
pub(crate) const HELD: &str = "held";

/// A finished task or future on the shelf.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shelved {
    /// What it is about.
    pub id: CardId,
    /// Its label.
    pub label: String,
    /// Its hue.
    pub hue: Hue,
    /// Its state's shape.
    pub shape: Shape,
    /// Its state in words.
    pub state: String,
}

/// The whole stage.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct StagePicture {
    /// The event loop.
    pub event_loop: LoopPicture,
    /// The cards of locks, queues and the like, and of worker threads.
    pub primitives: Vec<Card>,
    /// The other cards in view, in order of creation.
    pub cards: Vec<Card>,
    /// How many cards there are before those.
    pub cards_before: usize,
    /// How many cards there are after those.
    pub cards_after: usize,
    /// The card of the task that runs, if it is not among those in view.
    pub apart: Option<Card>,
    /// The finished ones.
    pub shelf: Vec<Shelved>,
    /// How many more are finished.
    pub shelf_more: usize,
    /// Arrows from who waits to what it waits on.
    pub wires: Vec<Wire>,
}

/// How much of a stage is composed: what is in view, or nearly.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View {
    /// Which of the cards.
    pub cards: Range<usize>,
    /// Whether the shelf is composed although some of the cards over it are not.
    pub with_shelf: bool,
    /// Whether what does not fit into the event loop's rows is listed.
    pub listed: bool,
    /// Whether there is room for few chips only.
    pub narrow: bool,
}

impl Default for View {
    fn default() -> View {
        View { cards: 0..24, with_shelf: false, listed: false, narrow: false }
    }
}

impl StagePicture {
    /// How many cards there are besides those of locks and the like, in view or not.
    pub fn cards_in_all(&self) -> usize {
        self.cards_before + self.cards.len() + self.cards_after
    }

    /// The cards that are composed.
    pub fn composed(&self) -> impl Iterator<Item = &Card> {
        self.primitives.iter().chain(&self.apart).chain(&self.cards)
    }

    /// All the chips on the stage.
    pub fn chips(&self) -> impl Iterator<Item = &Chip> {
        let line = &self.event_loop;
        line.running
            .iter()
            .chain(&line.ready)
            .chain(line.timers.iter().map(|timer| &timer.chip))
            .chain(self.composed().flat_map(|card| &card.callbacks))
    }
}
