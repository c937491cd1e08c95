//! The stage draws a [`StagePicture`]. It keeps a chip's element from the handle's birth to its death, and
//! after each change asks [`motion`] to put everything in its place.

mod arrows;
mod beyond;
mod cards;
mod chip;
mod event_loop;
mod follow;
mod glide;
mod motion;
mod rest;
mod sight;
mod table;
mod wires;

pub use chip::{hue_class, task_name};
pub use glide::DURATION_MS;

use crate::elements::Elements;
use crate::state::{Chip, Place, StagePicture, Tab, View, WireKind};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use loopglass_picture::Sorted;
use loopglass_trace::{FutureId, HandleId};
use sight::{Sight, wanted};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the stage is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What to show: what is in view, or nearly.
    pub picture: Rc<StagePicture>,
    /// The event that it shows the moment after: as long as it is the same, nothing has happened.
    pub cursor: usize,
    /// Whether what changed may be seen moving; not while scrubbing.
    pub animated: bool,
    /// What is said over a picture that does not belong to the script in the editor.
    pub veil: Option<&'static str>,
    /// Whether it is shown as tables.
    pub table: bool,
    /// The tab of a narrow page: where that leaves the stage another height, what runs is to be in view again.
    pub tab: Tab,
    /// The task that is kept lit.
    pub pinned: Option<FutureId>,
    /// Called when something begins to move.
    pub on_motion: Callback<()>,
    /// Called when the edited script is to be run.
    pub on_run: Callback<()>,
    /// Called to show tables, or the stage again.
    pub on_table: Callback<bool>,
    /// Called when something else of the stage is wanted.
    pub on_view: Callback<View>,
}

/// How many cards the tables show at most.
const CARDS_OF_TABLE: usize = 200;

/// Below which width, in CSS pixels, few chips have room.
const NARROW: i32 = 480;
/// Up to how many lines of a bundle are not counted.
const FEW_CHILDREN: usize = 6;

/// What the stage is told from below.
pub enum Msg {
    /// Places have changed for a reason of the page's own: a resized window, an opened card.
    Rearranged,
    /// Another card than before is out of view: nothing has changed its place.
    Found,
    /// The chips that left have faded.
    Faded,
    /// The stage was scrolled.
    Scrolled(Sight),
    /// The reader scrolls by hand.
    Took,
    /// The running task's card is to come into view.
    Show,
    /// What does not fit into the loop's rows is to be listed, or no longer.
    Listed(bool),
}

/// The stage.
pub struct Stage {
    scroller: NodeRef,
    content: NodeRef,
    view: View,
    beyond: Option<beyond::Beyond>,
    memory: motion::Memory,
    leaving: Sorted<HandleId, Chip>,
    moved: Sorted<HandleId>,
    chips: Elements<HandleId>,
    seats: Elements<HandleId>,
    cards: cards::CardElements,
    follow: follow::Follow,
    animate_next: bool,
    /// Whether everything is in its place since the last change.
    is_laid_out: bool,
    fading: Option<Timeout>,
    _resize: Option<EventListener>,
}

impl Component for Stage {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let rearranged = ctx.link().callback(|()| Msg::Rearranged);
        let resize = crate::driver::dom::window()
            .map(|window| EventListener::new(&window, "resize", move |_| rearranged.emit(())));
        let mut stage = Stage {
            scroller: NodeRef::default(),
            content: NodeRef::default(),
            view: View::default(),
            beyond: None,
            memory: motion::Memory::default(),
            leaving: Sorted::default(),
            moved: Sorted::default(),
            chips: Elements::default(),
            seats: Elements::default(),
            cards: cards::CardElements::default(),
            follow: follow::Follow::default(),
            animate_next: false,
            is_laid_out: false,
            fading: None,
            _resize: resize,
        };
        stage.hand_out(&ctx.props().picture, false);
        stage
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Rearranged => {
                self.is_laid_out = false;
                true
            }
            Msg::Found => true,
            Msg::Faded => {
                self.is_laid_out = false;
                self.leaving.clear();
                true
            }
            Msg::Scrolled(sight) => {
                self.look(ctx, sight);
                self.find(ctx, sight)
            }
            Msg::Took => {
                self.follow.take();
                false
            }
            Msg::Show => {
                self.follow.resume();
                if let Some(scroller) = self.scroller.cast::<HtmlElement>() {
                    self.follow(ctx, sight_of(&scroller), true);
                }
                false
            }
            Msg::Listed(listed) => {
                self.view.listed = listed;
                ctx.props().on_view.emit(self.view.clone());
                false
            }
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        self.is_laid_out = false;
        if props.tab != old.tab {
            self.follow.resume();
        }
        if Rc::ptr_eq(&props.picture, &old.picture) {
            return true;
        }
        if props.cursor == old.cursor && props.table == old.table && props.veil == old.veil {
            // Only something else is in view: what moves goes on moving, and nothing new begins to.
            self.hand_out(&props.picture, false);
            return true;
        }
        let before: Sorted<HandleId, Place> = places(&old.picture);
        let now = places(&props.picture);
        let reduced = crate::driver::dom::media("(prefers-reduced-motion: reduce)");
        self.moved.clear();
        self.leaving.clear();
        self.animate_next = props.animated && !reduced;
        self.follow.expect();
        if props.animated {
            self.moved.extend(
                now.iter().filter(|(id, place)| before.get(id) != Some(place)).map(|(id, _)| (*id, ())),
            );
        }
        if self.animate_next {
            let gone = old.picture.chips().filter(|chip| !now.contains(&chip.handle));
            self.leaving.extend(gone.map(|chip| (chip.handle, chip.clone())));
        }
        self.hand_out(&props.picture, !self.animate_next);
        if !self.leaving.is_empty() {
            let link = ctx.link().clone();
            self.fading = Some(Timeout::new(DURATION_MS - 20, move || link.send_message(Msg::Faded)));
        }
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if std::mem::replace(&mut self.is_laid_out, true) {
            return;
        }
        let animated = std::mem::take(&mut self.animate_next);
        let Some(content) = self.content.cast::<HtmlElement>() else { return };
        // First of all the cards that are not in the page get their room: a layout without it would scroll back.
        motion::keep_room(&content, &self.memory);
        let sight = self.scroller.cast::<HtmlElement>().map(|scroller| sight_of(&scroller));
        if motion::lay_out(&content, &mut self.memory, sight.unwrap_or_default(), animated) {
            ctx.props().on_motion.emit(());
        }
        if let Some(sight) = sight {
            let sight = self.follow(ctx, sight, animated).unwrap_or(sight);
            self.look(ctx, sight);
            if self.find(ctx, sight) {
                ctx.link().send_message(Msg::Found);
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let on_toggle = ctx.link().callback(|_: Event| Msg::Rearranged);
        let on_run = props.on_run.reform(|_: MouseEvent| ());
        let on_open = ctx.link().callback(Msg::Listed);
        let onscroll = ctx.link().batch_callback(|event: Event| {
            event.target_dyn_into::<HtmlElement>().map(|scroller| Msg::Scrolled(sight_of(&scroller)))
        });
        let head = cards::head(&props.picture, props.table, &props.on_table);
        let took = || ctx.link().callback(|_: Event| Msg::Took);
        html! {
            <div class={classes!("stage", "panel", props.veil.map(|_| "stale"))}>
                <div
                    class="stage-scroll" ref={self.scroller.clone()} {onscroll} tabindex="0" role="region" aria-label="Stage"
                    onwheel={took().reform(|event: WheelEvent| event.into())}
                    ontouchmove={took().reform(|event: TouchEvent| event.into())}
                    onpointerdown={ctx.link().batch_callback(follow::takes_scroll_bar)}
                    onkeydown={ctx.link().batch_callback(follow::takes_by_key)}
                >
                    <div class="stage-content" ref={self.content.clone()}>
                        if props.table {
                            { head }
                            { table::table(&props.picture) }
                        } else {
                            <div class="loop-pin">
                                { event_loop::event_loop(&props.picture.event_loop, &self.seats, self.slot_is_left(), &on_open) }
                            </div>
                            { cards::cards(&props.picture, &self.cards, head, props.pinned, &on_toggle) }
                            { self.wires(&props.picture) }
                            { self.layer(&props.picture) }
                        }
                    </div>
                </div>
                if let Some(beyond) = self.beyond.as_ref().filter(|_| props.veil.is_none()) {
                    { beyond::view(beyond, ctx.link().callback(|_| Msg::Show)) }
                }
                if let Some(veil) = props.veil {
                    <div class="stage-veil">
                        <p>{ veil }</p>
                        <button class="button primary" onclick={on_run}>{ "Run it" }</button>
                    </div>
                }
            </div>
        }
    }
}

impl Stage {
    /// Looks whether the running task's card is in view; says whether that has changed.
    fn find(&mut self, ctx: &Context<Self>, sight: Sight) -> bool {
        let Props { picture, table, .. } = ctx.props();
        let free = sight.below(self.memory.pinned);
        let beyond = beyond::look(self.memory.acting.filter(|_| !table), free, picture.composed());
        std::mem::replace(&mut self.beyond, beyond.clone()) != beyond
    }

    /// Brings the running task's card into view after a step, unless the reader has taken to scrolling; says what is in
    /// view if the stage has been scrolled at once.
    fn follow(&mut self, ctx: &Context<Self>, sight: Sight, animated: bool) -> Option<Sight> {
        let scroller = self.scroller.cast::<HtmlElement>()?;
        let props = ctx.props();
        // Over a phone's timeline the loop is shown: with a card, neither would be seen whole. And where all is done the
        // stage shows its beginning.
        let is_low = props.tab == Tab::Timeline && self.memory.pinned <= 0.0;
        let acting = match self.memory.acting.filter(|_| !is_low) {
            None if is_low || props.picture.cards_in_all() == 0 => Some(wires::Rect::default()),
            acting => acting,
        };
        self.follow.follow(&scroller, sight, (acting, self.memory.pinned), animated)
    }

    /// Asks for other cards, if some in view are not in the page.
    fn look(&mut self, ctx: &Context<Self>, sight: Sight) {
        let Props { picture, table, .. } = ctx.props();
        let there = picture.cards_before..picture.cards_before + picture.cards.len();
        let wanted = if *table {
            Some(0..CARDS_OF_TABLE)
        } else {
            // An empty stage has no layout to learn from, and room for the first cards.
            self.memory
                .grid
                .filter(|_| sight.height > 0.0 && !picture.cards.is_empty())
                .map_or(Some(View::default().cards), |grid| {
                    wanted(sight, grid, &there, picture.cards_in_all())
                })
        };
        let cards = wanted.unwrap_or_else(|| self.view.cards.clone());
        let view = View { cards, with_shelf: *table, narrow: sight.is_narrow, ..self.view.clone() };
        if view != self.view {
            self.view = view;
            ctx.props().on_view.emit(self.view.clone());
        }
    }

    /// Whether what ran is still seen leaving its slot.
    fn slot_is_left(&self) -> bool {
        self.leaving.iter().any(|(_, chip)| chip.place == Place::Running)
    }

    /// Gives everything on the stage its element. Where nothing is seen moving, elements are taken over.
    fn hand_out(&mut self, picture: &StagePicture, take_over: bool) {
        let chips = picture.chips().map(|chip| chip.handle);
        self.chips.hand_out(chips.chain(self.leaving.iter().map(|(id, _)| *id)), take_over);
        self.seats.hand_out(picture.event_loop.ready.iter().map(|chip| chip.handle), true);
        self.cards.flow.hand_out(picture.cards.iter().map(|card| card.id), take_over);
        self.cards.shelf.hand_out(picture.shelf.iter().map(|item| item.id), take_over);
    }

    /// The layer of chips, in the order of their keys so that no element is ever taken out and put back.
    fn layer(&self, picture: &StagePicture) -> Html {
        let key = |id: HandleId| self.chips.key(id);
        let mut chips: Sorted<u32, (&Chip, bool)> =
            self.leaving.iter().map(|(id, chip)| (key(*id), (chip, true))).collect();
        chips.extend(picture.chips().map(|chip| (key(chip.handle), (chip, false))));
        html! {
            <div class="chips" aria-hidden="true">
                { for chips.into_iter().map(|(key, (one, leaving))| {
                    chip::chip(key, one, self.moved.contains(&one.handle), leaving)
                }) }
            </div>
        }
    }

    fn wires(&self, picture: &StagePicture) -> Html {
        let mut counted = Vec::new();
        html! {
            <svg class="wires" aria-hidden="true">
                { for picture.wires.iter().map(|wire| {
                    let (from, to) = (wire.from.key(), wire.to.key());
                    let (kind, count) = match wire.kind {
                        WireKind::Awaits => (None, None),
                        WireKind::Child(count) => {
                            let counts = count > FEW_CHILDREN && !counted.contains(&wire.from);
                            counted.extend(counts.then_some(wire.from));
                            let count = counts.then_some(count);
                            (Some("child"), count)
                        }
                    };
                    html! {
                        <g class={classes!(hue_class(wire.hue), kind)}>
                            <path class="wire" data-from={from} data-to={to} />
                            <path class="wire-head" />
                            if let Some(count) = count { <text class="wire-count">{ count }</text> }
                        </g>
                    }
                }) }
            </svg>
        }
    }
}

fn sight_of(scroller: &HtmlElement) -> Sight {
    let (top, height) = (f64::from(scroller.scroll_top()), f64::from(scroller.client_height()));
    Sight { top, height, is_narrow: scroller.client_width() < NARROW && height > 0.0 }
}

fn places(picture: &StagePicture) -> Sorted<HandleId, Place> {
    picture.chips().map(|chip| (chip.handle, chip.place)).collect()
}
