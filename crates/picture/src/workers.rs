//! The cards of worker threads: what runs beside the event loop, from when it was handed over until the loop hears of
//! its end.

use crate::cards::frame_picture;
use crate::{Card, CardId, FramePicture, Links, Named, Shape, Source, names};
use loopglass_trace::{Control, Worker};

/// How many get a card.
const SHOWN: usize = 8;

/// The cards of the workers that are under way.
pub(super) fn cards(source: Source<'_>) -> impl Iterator<Item = Card> + '_ {
    source.world.workers_under_way().take(SHOWN).map(move |worker| card(source, worker))
}

fn card(source: Source<'_>, worker: &Worker) -> Card {
    let Source { world, tables, .. } = source;
    let until = names::rounded_seconds(worker.until_ns);
    let (shape, state) = match () {
        () if worker.active => (Shape::Running, "running on a clock of its own".to_owned()),
        () if worker.until_ns > world.clock_ns => (Shape::Running, format!("runs until {until}")),
        () => (Shape::Waiting, "waiting".to_owned()),
    };
    let by = worker.by.map(|by| Named {
        label: names::label(by, world, tables),
        future: by,
        hue: names::hue(by, world),
    });
    let label = tables.text(worker.name).to_owned();
    Card {
        frames: frames(source, worker),
        links: by.map(|by| Links { word: "for", named: vec![by], more: 0 }),
        acting: worker.active,
        ..Card::new(CardId::Worker(worker.name), label, "worker thread", (shape, state))
    }
}

/// The frames of the one that has control; of another the function that it runs.
fn frames(source: Source<'_>, worker: &Worker) -> Vec<FramePicture> {
    let Source { world, tables, .. } = source;
    if !worker.active {
        let name = worker.function.map(|code| names::called(tables.function_name(code)));
        return name.map(|name| FramePicture { name, line: None, locals: Vec::new() }).into_iter().collect();
    }
    let above = world.control.iter_back().take_while(|it| !matches!(it, Control::Worker(_)));
    let mut frames: Vec<FramePicture> = above
        .filter_map(|holder| match holder {
            Control::Frame(frame) => frame_picture(source, *frame),
            _ => None,
        })
        .collect();
    frames.reverse();
    frames
}
