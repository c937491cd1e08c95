//! The loop log: what is ready, scheduled and alive as each `_run_once` begins. It is what the conformance
//! tests compare with CPython, so it is computed from the world alone, as the page is.

use super::object::quote;
use crate::event::{Callee, Event};
use crate::ids::HandleId;
use crate::tables::Tables;
use crate::trace::Trace;
use crate::world::World;
use std::collections::BTreeMap;
use std::fmt::Write;

impl Trace {
    /// One JSON object for each iteration, taken before the iteration's cost is added to the clock.
    pub fn loop_log(&self) -> impl Iterator<Item = String> {
        let mut world = World::default();
        self.events(0).filter_map(move |event| {
            let line = match event {
                Event::IterationBegan { iteration } => Some(world.loop_log_line(iteration, self.tables())),
                _ => None,
            };
            world.apply(&event, self.tables());
            line
        })
    }
}

impl World {
    /// The loop log's line for the iteration that is about to begin.
    pub fn loop_log_line(&self, iteration: u32, tables: &Tables) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = write!(out, "{{\"iteration\":{iteration},\"clock_ns\":{},\"ready\":[", self.clock_ns);
        separated(&mut out, self.ready().iter(), |out, handle| quote(out, &self.log_name(*handle, tables)));
        out.push_str("],\"timers\":[");
        let waiting = self
            .timers()
            .iter()
            .filter(|timer| self.handles.get(timer.handle).is_none_or(|handle| !handle.cancelled));
        separated(&mut out, waiting, |out, timer| {
            let _ = write!(out, "{}", timer.due_ns);
        });
        out.push_str("],\"tasks\":{");
        separated(&mut out, self.live_tasks(tables).iter(), |out, (name, callbacks)| {
            quote(out, name);
            let _ = write!(out, ":{{\"state\":\"PENDING\",\"callbacks\":{callbacks}}}");
        });
        out.push_str("}}");
        out
    }

    fn log_name(&self, handle: HandleId, tables: &Tables) -> String {
        let Some(handle) = self.handles.get(handle) else { return "callback".to_owned() };
        let name = |task| self.futures.get(task).and_then(|future| future.task).map(|task| task.name);
        let (task, method) = match handle.callee {
            _ if handle.cancelled => return "cancelled".to_owned(),
            Callee::Step(task) => (name(task), "step"),
            Callee::Wakeup(task) => (name(task), "wakeup"),
            Callee::Script(_) | Callee::Internal(_) => return "callback".to_owned(),
        };
        format!("{}.{method}", task.map_or("", |task| tables.text(task)))
    }

    /// `asyncio.all_tasks` of the running loop, by name, with the lengths of their callback lists.
    fn live_tasks<'a>(&self, tables: &'a Tables) -> BTreeMap<&'a str, usize> {
        let running = self.running_loop();
        let alive = self.futures.iter().filter(|(_, future)| {
            !future.state.is_done() && !future.dropped && running.is_none_or(|id| id == future.event_loop)
        });
        alive
            .filter_map(|(_, future)| Some((tables.text(future.task?.name), future.callbacks.len())))
            .collect()
    }
}

fn separated<T>(out: &mut String, items: impl Iterator<Item = T>, mut write: impl FnMut(&mut String, T)) {
    for (place, item) in items.enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(out, item);
    }
}

#[cfg(test)]
mod tests {
    use crate::samples::article;

    /// What CPython 3.14 logs for the article's program.
    #[test]
    fn the_article_logs_what_cpython_does() {
        let log: Vec<_> = article().loop_log().collect();
        assert_eq!(
            log,
            [
                r#"{"iteration":1,"clock_ns":120,"ready":["Task-1.step"],"timers":[],"tasks":{"Task-1":{"state":"PENDING","callbacks":0}}}"#,
                r#"{"iteration":2,"clock_ns":10160,"ready":["Task-2.step"],"timers":[],"tasks":{"Task-1":{"state":"PENDING","callbacks":0},"Task-2":{"state":"PENDING","callbacks":1}}}"#,
                r#"{"iteration":3,"clock_ns":20180,"ready":["Task-1.wakeup"],"timers":[],"tasks":{"Task-1":{"state":"PENDING","callbacks":0}}}"#,
                r#"{"iteration":4,"clock_ns":30200,"ready":[],"timers":[],"tasks":{}}"#,
            ]
        );
    }
}
