//! Between the interpreter and what it calls: a frame waits on the stack, and goes on, raises or suspends with
//! what it is given. `Ok(frame)` means that the interpreter keeps running this frame.

use crate::error::{Exc, PyResult, Raise};
use crate::frame::{Expect, Frame, Outcome, ScriptFrame};
use crate::function::{Args, NativeFn};
use crate::machine::run::{Delivered, Stop};
use crate::machine::{Flow, Machine};
use crate::value::Value;

impl Machine {
    /// Gives the frame an outcome; it goes on, raises or suspends.
    pub(crate) fn hand_over(
        &mut self,
        mut frame: Box<ScriptFrame>,
        outcome: Outcome,
    ) -> Result<Box<ScriptFrame>, Stop> {
        match self.deliver(&mut frame, outcome) {
            Delivered::Continue => Ok(frame),
            Delivered::Raise(exception) => self.raise_here(frame, exception),
            Delivered::Suspend(value) => {
                let outcome = self.suspend(frame, value, false);
                self.hand_down(outcome)
            }
        }
    }

    /// Gives the frame on top what the one above it left, if that is a script frame and nothing comes before.
    pub(crate) fn hand_down(&mut self, mut outcome: Outcome) -> Result<Box<ScriptFrame>, Stop> {
        while !self.graveyard.is_occupied() {
            let mut frame = match self.frames.pop() {
                Some(Frame::Script(frame)) => frame,
                Some(native) => {
                    self.frames.push(native);
                    break;
                }
                None => break,
            };
            outcome = match self.deliver(&mut frame, outcome) {
                Delivered::Continue => return Ok(frame),
                Delivered::Raise(exception) => return self.raise_here(frame, exception),
                Delivered::Suspend(value) => self.suspend(frame, value, false),
            };
        }
        self.pending = Some(outcome);
        Err(Stop::Again)
    }

    /// Goes on with the script frame on top, if nothing comes before.
    fn go_on_at_top(&mut self) -> Result<Box<ScriptFrame>, Stop> {
        if self.graveyard.is_occupied() {
            return Err(Stop::Again);
        }
        if let Some(outcome) = self.pending.take() {
            return self.hand_down(outcome);
        }
        match self.frames.pop() {
            Some(Frame::Script(frame)) => Ok(frame),
            Some(native) => {
                self.frames.push(native);
                Err(Stop::Again)
            }
            None => Err(Stop::Again),
        }
    }

    /// Calls a native function with the frame waiting on the stack below it.
    pub(crate) fn slow(
        &mut self,
        mut frame: Box<ScriptFrame>,
        function: NativeFn,
        args: Args,
        expect: Expect,
    ) -> Result<Box<ScriptFrame>, Stop> {
        frame.expect = expect;
        self.frames.push(Frame::Script(frame));
        let result = self.call_native(function, args);
        self.settle_top(result)
    }

    /// Goes on with the script frame on top, given the result of what it called.
    pub(crate) fn settle_top(&mut self, result: PyResult<Flow>) -> Result<Box<ScriptFrame>, Stop> {
        let outcome = match result {
            Ok(Flow::Pushed) => return self.go_on_at_top(),
            Ok(Flow::Value(value)) => Outcome::Value(value),
            Err(raised) => match *raised {
                Raise::Limit(limit) => return Err(Stop::End(loopglass_trace::End::Limit(limit))),
                Raise::End(end) => return Err(Stop::End(end)),
                _ => Outcome::Raise(self.exception_object(raised)),
            },
        };
        match self.frames.pop() {
            Some(Frame::Script(frame)) => self.hand_over(frame, outcome),
            Some(native) => {
                self.frames.push(native);
                self.pending = Some(outcome);
                Err(Stop::Again)
            }
            None => Err(Stop::Again),
        }
    }

    /// Calls any callable with the frame waiting for its value.
    pub(crate) fn call_from(
        &mut self,
        mut frame: Box<ScriptFrame>,
        callee: &Value,
        args: Args,
    ) -> Result<Box<ScriptFrame>, Stop> {
        frame.expect = Expect::Push;
        self.frames.push(Frame::Script(frame));
        let result = self.call(callee, args);
        self.settle_top(result)
    }

    /// `raise` by itself: raises the exception again that the frame handles.
    pub(crate) fn raise_handled(&mut self, frame: Box<ScriptFrame>) -> Result<Box<ScriptFrame>, Stop> {
        let handled = self.handled_exception(&frame);
        if handled.is_null() {
            let message = "No active exception to reraise".to_string();
            return self.fail(frame, Box::new(Raise::New(Exc::RuntimeError, message)));
        }
        self.raise_again(frame, handled, false)
    }

    /// Raises in the frame what Rust code raised.
    pub(crate) fn fail(
        &mut self,
        frame: Box<ScriptFrame>,
        raised: Box<Raise>,
    ) -> Result<Box<ScriptFrame>, Stop> {
        match *raised {
            Raise::Limit(limit) => Err(Stop::End(loopglass_trace::End::Limit(limit))),
            Raise::End(end) => Err(Stop::End(end)),
            _ => {
                self.frames.push(Frame::Script(frame));
                let exception = self.exception_object(raised);
                match self.frames.pop() {
                    Some(Frame::Script(frame)) => self.raise_here(frame, exception),
                    _ => Err(Stop::Again),
                }
            }
        }
    }
}

impl Stop {
    /// The limit that is reached, if one is; else itself.
    pub(crate) fn or_limit(self, machine: &Machine) -> Stop {
        match machine.limit_reached() {
            Some(limit) => Stop::End(loopglass_trace::End::Limit(limit)),
            None => self,
        }
    }
}
