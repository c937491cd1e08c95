//! Predicting: before something is printed or another task begins to run, the page stops and asks what comes
//! next. The choices come from the trace, so that each of them could be right.

use super::grouped;
use loopglass_trace::{Detail, Event, Trace};

/// How many choices there are at most.
const CHOICES: usize = 4;
/// How many prints before and after are looked at for choices.
const LOOKED_AT: usize = 12;
/// How long a choice may be, in characters.
const LENGTH: usize = 60;

/// What is asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// The event that is asked about.
    pub at: usize,
    /// Where the step goes on to once there is an answer.
    pub target: usize,
    /// The question.
    pub text: &'static str,
    /// What may be answered.
    pub choices: Vec<String>,
    /// The right one.
    pub right: usize,
    /// The one that was chosen.
    pub chosen: Option<usize>,
}

/// The state of predicting.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Predict {
    /// What is asked now.
    pub question: Option<Question>,
    /// How many answers were right.
    pub right: usize,
    /// How many were given.
    pub given: usize,
    /// Up to which event there were answers; one is asked of each moment once.
    answered: usize,
}

impl Predict {
    /// Whether an answer is wanted.
    pub fn waits(&self) -> bool {
        self.question.as_ref().is_some_and(|question| question.chosen.is_none())
    }

    /// Before a step from `from` to `target`: asks, if there is something to ask.
    pub fn ask(&mut self, trace: &Trace, detail: Detail, from: usize, target: usize) -> bool {
        self.question = question(trace, detail, from.max(self.answered), target);
        self.question.is_some()
    }

    /// Takes an answer; a second one to the same question does not count.
    pub fn choose(&mut self, choice: usize) {
        let Some(question) = &mut self.question else { return };
        if question.chosen.is_none() && choice < question.choices.len() {
            question.chosen = Some(choice);
            self.given += 1;
            self.right += usize::from(choice == question.right);
            self.answered = question.at;
        }
    }

    /// The score in words.
    pub fn score(&self) -> String {
        format!("{} of {} right", grouped(self.right), grouped(self.given))
    }
}

fn question(trace: &Trace, detail: Detail, from: usize, target: usize) -> Option<Question> {
    let print = trace.next_print(from).filter(|at| *at <= target);
    let change = trace.next_task_change(from, detail).filter(|at| *at <= target);
    let (at, text, (right, others)) = match (print, change) {
        (Some(print), change) if change.is_none_or(|change| print < change) => {
            (print, "What is printed next?", prints(trace, print)?)
        }
        (_, Some(change)) => (change, "Which task runs next?", tasks(trace, change)?),
        _ => return None,
    };
    let mut choices = vec![right.clone()];
    for other in others {
        // In order: a sort would be worth kilobytes of what a visitor waits for.
        if choices.len() < CHOICES
            && let Err(place) = choices.binary_search(&other)
        {
            choices.insert(place, other);
        }
    }
    let right = choices.iter().position(|choice| *choice == right)?;
    (choices.len() > 1).then_some(Question { at, target, text, choices, right, chosen: None })
}

/// What is printed at an event, and what is printed around it.
fn prints(trace: &Trace, at: usize) -> Option<(String, Vec<String>)> {
    let after = std::iter::successors(Some(at), |at| trace.next_print(*at)).skip(1).take(LOOKED_AT);
    let before = std::iter::successors(Some(at), |at| trace.previous_print(*at)).skip(1).take(LOOKED_AT);
    Some((printed(trace, at)?, after.chain(before).filter_map(|at| printed(trace, at)).collect()))
}

fn printed(trace: &Trace, at: usize) -> Option<String> {
    let Some(Event::Printed { text, .. }) = trace.event(at) else { return None };
    let line = trace.tables().text(text).trim_end_matches('\n');
    let line: String = line.chars().take(LENGTH).collect();
    (!line.trim().is_empty()).then_some(line)
}

/// The task that begins to run at an event, and the others, those that are not done first.
fn tasks(trace: &Trace, at: usize) -> Option<(String, Vec<String>)> {
    let Some(Event::HandleBegan { handle }) = trace.event(at) else { return None };
    let world = trace.seek(at);
    let task = world.handles.get(handle)?.task()?;
    let tasks = world.futures.iter().filter(|(_, future)| future.task.is_some_and(|task| !task.shutdown));
    let (done, live): (Vec<_>, Vec<_>) =
        tasks.take(LOOKED_AT).partition(|(_, future)| future.state.is_done());
    // Those that are done cannot run again; that is for the person to know.
    let names = live.into_iter().chain(done).map(|(id, _)| world.label(id, trace.tables())).collect();
    Some((world.label(task, trace.tables()), names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use loopglass_trace::{Granularity, samples};

    #[test]
    fn it_asks_once_before_each_change_of_task() {
        let mut trace = samples::article();
        trace.catch_up();
        let mut predict = Predict::default();
        let (mut from, mut asked) = (0, Vec::new());
        while let Some(target) = trace.next_stop(from, Granularity::Handoff, Detail::Essentials) {
            while predict.ask(&trace, Detail::Essentials, from, target) {
                assert!(predict.waits());
                let question = predict.question.clone().unwrap();
                asked.push(question.choices[question.right].clone());
                predict.choose(question.right);
                predict.choose(0);
            }
            from = target;
        }
        assert_eq!(asked, ["triple_task", "main_task"]);
        assert_eq!(predict.score(), "2 of 2 right");
    }
}
