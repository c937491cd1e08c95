//! A trace as JSON lines, one object an event, in the form that `docs/trace-format.md` defines.

mod fields;
mod loop_log;
mod names;
mod object;

use crate::event::Event;
use crate::trace::Trace;
use crate::world::World;
use object::Object;

/// The version of the form; it is raised when a reader of old traces would misread a new one.
pub const FORMAT_VERSION: u32 = 1;

impl Trace {
    /// The events as JSON objects, one line each, without line ends.
    pub fn json_lines(&self) -> impl Iterator<Item = String> {
        let mut world = World::default();
        self.events(0).map(move |event| {
            world.apply(&event, self.tables());
            self.json_line(&event, &world)
        })
    }

    /// One event, given the world after it.
    fn json_line(&self, event: &Event, world: &World) -> String {
        let mut object = Object::new(self.tables());
        object.number("index", i128::from(world.events) - 1);
        object.number("clock_ns", world.clock_ns).string("event", event.name());
        self.fields(&mut object, event, world);
        object.end()
    }
}

#[cfg(test)]
mod tests {
    use crate::samples::article;

    #[test]
    fn a_line_carries_its_function_and_task() {
        let lines: Vec<_> =
            article().json_lines().filter(|line| line.contains(r#""event":"line""#)).collect();
        assert_eq!(lines.len(), 10);
        assert_eq!(
            lines[0],
            r#"{"index":3,"clock_ns":20,"event":"line","function":"<module>","line":1,"task":null}"#
        );
        assert_eq!(
            lines[8],
            r#"{"index":44,"clock_ns":20180,"event":"line","function":"triple","line":4,"task":"Task-2"}"#
        );
    }

    #[test]
    fn the_first_line_makes_the_file_complete() {
        let first = article().json_lines().next().expect("the sample has events");
        assert!(first.starts_with(
            r#"{"index":0,"clock_ns":0,"event":"run_started","format":1,"file":"program.py","line_cost_ns":20,"#
        ));
        assert!(first.contains(r#""source":"import asyncio\n\nasync def triple"#));
    }

    #[test]
    fn a_settled_future_shows_its_value() {
        let found = article().json_lines().any(|line| {
            line.ends_with(r#""event":"future_settled","future":1,"outcome":"result","value":15}"#)
        });
        assert!(found);
    }

    #[test]
    fn the_reference_names_every_event() {
        let reference = include_str!("../../../../docs/trace-format.md");
        let names = include_str!("names.rs").split("=> \"").skip(1).filter_map(|rest| rest.split('"').next());
        let missing: Vec<_> = names.filter(|name| !reference.contains(&format!("`{name}`"))).collect();
        assert!(missing.is_empty(), "docs/trace-format.md lacks {missing:?}");
    }
}
