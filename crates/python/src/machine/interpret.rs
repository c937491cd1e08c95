//! The interpreter proper: one `match` over instructions. Fast paths are here; everything that may need script
//! code goes through native functions in `ops`, which can ask and be started again.

use crate::code::{Intrinsic, Op};
use crate::error::{Exc, Raise};
use crate::frame::{Expect, Frame};
use crate::function::Args;
use crate::iterator::Simple;
use crate::machine::run::Stop;
use crate::machine::{Machine, ops};
use crate::symbol::Sym;
use crate::value::Value;

impl Machine {
    /// Runs the script frame on top until something happens that the main loop must attend to.
    pub(crate) fn interpret(&mut self, goal: u64) -> Stop {
        let Some(Frame::Script(mut frame)) = self.frames.pop() else { return Stop::Again };
        if let Some(outcome) = self.pending.take() {
            match self.hand_over(frame, outcome) {
                Ok(kept) => frame = kept,
                Err(stop) => return stop,
            }
        }

        if self.is_interrupted(&frame) && !self.graveyard.is_occupied() && self.run_hot(&mut frame, goal) {
            self.frames.push(Frame::Script(frame));
            return Stop::Budget.or_limit(self);
        }

        /// Goes on with the frame that an operation left, or gives control back.
        macro_rules! settle {
            ($result:expr) => {
                match $result {
                    Ok(kept) => frame = kept,
                    Err(stop) => return stop,
                }
            };
        }
        /// Runs a native function with this frame waiting for it.
        macro_rules! slow {
            ($function:expr, $args:expr, $expect:expr) => {{
                let args = $args;
                settle!(self.slow(frame, $function, args, $expect));
                continue;
            }};
        }
        /// Raises in this frame.
        macro_rules! fail {
            ($raised:expr) => {{
                let raised = $raised;
                settle!(self.fail(frame, raised));
                continue;
            }};
        }
        /// Unwraps a result or raises in this frame.
        macro_rules! attempt {
            ($result:expr) => {
                match $result {
                    Ok(value) => value,
                    Err(raised) => fail!(raised),
                }
            };
        }

        loop {
            if self.graveyard.is_occupied() {
                self.frames.push(Frame::Script(frame));
                return Stop::Again;
            }
            self.steps += 1;
            let op = frame.code.ops[frame.pc as usize];
            match op {
                Op::Line(line) => {
                    if frame.line != line {
                        frame.line = line;
                        if frame.traced {
                            self.recorder.clock_ns += self.settings.line_cost_ns;
                            self.recorder.line(line);
                        }
                    }
                    if self.steps >= goal {
                        frame.pc += 1;
                        self.frames.push(Frame::Script(frame));
                        return Stop::Budget.or_limit(self);
                    }
                }
                Op::LineAgain(line) => {
                    frame.line = line;
                    if frame.traced {
                        self.recorder.clock_ns += self.settings.line_cost_ns;
                        self.recorder.line(line);
                    }
                }
                Op::OnLine(line) => frame.line = line,
                Op::Nop => {}
                Op::LoadConst(index) => {
                    let value = frame.code.constants[index as usize].clone();
                    frame.push(value);
                }
                Op::LoadNone => frame.push(Value::None),
                Op::LoadInt(value) => frame.push(Value::Int(i64::from(value))),
                Op::Pop => drop(frame.pop()),
                Op::Copy(n) => {
                    let value = frame.peek(n as usize).clone();
                    frame.push(value);
                }
                Op::Swap(n) => {
                    let top = frame.stack.len() - 1;
                    frame.stack.swap(top, top + 1 - n as usize);
                }

                Op::LoadFast(slot) => {
                    let value = frame.stack[slot as usize].clone();
                    if value.is_null() {
                        fail!(self.unbound_local(&frame, slot));
                    }
                    frame.push(value);
                }
                Op::StoreFast(slot) => {
                    let value = frame.pop();
                    self.bind_slot(&mut frame, slot, value);
                }
                Op::DeleteFast(slot) => {
                    let old = std::mem::take(&mut frame.stack[slot as usize]);
                    if old.is_null() {
                        fail!(self.unbound_local(&frame, slot));
                    }
                    self.record_unbound(&frame, frame.code.slots[slot as usize]);
                    drop(old);
                }
                Op::ClearFast(slot) => drop(std::mem::take(&mut frame.stack[slot as usize])),
                Op::MakeCell(slot) => {
                    let value = std::mem::take(&mut frame.stack[slot as usize]);
                    frame.stack[slot as usize] = ops::new_cell(value);
                }
                Op::LoadDeref(slot) => {
                    let value = ops::cell_content(&frame.stack[slot as usize]);
                    if value.is_null() {
                        fail!(self.unbound_deref(&frame, slot));
                    }
                    frame.push(value);
                }
                Op::StoreDeref(slot) => {
                    let value = frame.pop();
                    self.record_bound(&frame, frame.code.slots[slot as usize], &value);
                    drop(ops::set_cell(&frame.stack[slot as usize], value));
                }
                Op::DeleteDeref(slot) => {
                    let old = ops::set_cell(&frame.stack[slot as usize], Value::Null);
                    if old.is_null() {
                        fail!(self.unbound_deref(&frame, slot));
                    }
                    drop(old);
                }
                Op::LoadClosure(slot) => {
                    let cell = frame.stack[slot as usize].clone();
                    frame.push(cell);
                }
                Op::LoadClassDeref(slot) => {
                    let name = frame.code.slots[slot as usize];
                    let found = match &frame.namespace {
                        Value::Dict(dict) => dict.get(name),
                        _ => None,
                    };
                    let value = found.unwrap_or_else(|| ops::cell_content(&frame.stack[slot as usize]));
                    if value.is_null() {
                        fail!(self.unbound_deref(&frame, slot));
                    }
                    frame.push(value);
                }

                Op::LoadGlobal(index) => {
                    let value = attempt!(self.load_global(&frame, index));
                    frame.push(value);
                }
                Op::StoreGlobal(index) => {
                    let name = frame.code.names[index as usize];
                    let value = frame.pop();
                    self.record_global(&frame, name, &value);
                    drop(frame.globals.set(name, value));
                }
                Op::DeleteGlobal(index) => {
                    let name = frame.code.names[index as usize];
                    match frame.globals.remove(name) {
                        Some(value) => drop(value),
                        None => {
                            fail!(self.name_error(&frame, name));
                        }
                    }
                }
                Op::LoadName(index) => {
                    let name = frame.code.names[index as usize];
                    let found = match &frame.namespace {
                        Value::Dict(dict) if std::rc::Rc::ptr_eq(dict, &frame.globals) => None,
                        Value::Dict(dict) => dict.get(name),
                        Value::Null => None,
                        namespace => {
                            let args = Args::two(namespace.clone(), Value::Str(name.key()));
                            slow!(ops::load_name, args, Expect::Push)
                        }
                    };
                    let value = match found {
                        Some(value) => value,
                        None => attempt!(self.load_global(&frame, index)),
                    };
                    frame.push(value);
                }
                Op::LoadFromDictOrGlobals(index) => {
                    let name = frame.code.names[index as usize];
                    let found = match frame.pop() {
                        Value::Dict(dict) => dict.get(name),
                        _ => None,
                    };
                    let value = match found {
                        Some(value) => value,
                        None => attempt!(self.load_global(&frame, index)),
                    };
                    frame.push(value);
                }
                Op::LoadFromDictOrDeref(slot) => {
                    let name = frame.code.slots[slot as usize];
                    let found = match frame.pop() {
                        Value::Dict(dict) => dict.get(name),
                        _ => None,
                    };
                    let value = found.unwrap_or_else(|| ops::cell_content(&frame.stack[slot as usize]));
                    if value.is_null() {
                        fail!(self.unbound_deref(&frame, slot));
                    }
                    frame.push(value);
                }
                Op::StoreName(index) => {
                    let name = frame.code.names[index as usize];
                    let value = frame.pop();
                    match &frame.namespace {
                        Value::Dict(dict) => {
                            self.record_bound(&frame, name, &value);
                            drop(dict.set(name, value));
                        }
                        namespace => {
                            let args = Args::three(namespace.clone(), Value::Str(name.key()), value);
                            slow!(ops::store_subscript, args, Expect::Discard)
                        }
                    }
                }
                Op::DeleteName(index) => {
                    let name = frame.code.names[index as usize];
                    let removed = match &frame.namespace {
                        Value::Dict(dict) => dict.remove(name),
                        _ => None,
                    };
                    match removed {
                        Some(value) => {
                            self.record_unbound(&frame, name);
                            drop(value);
                        }
                        None => {
                            fail!(self.name_error(&frame, name));
                        }
                    }
                }

                Op::LoadAttr(index) => {
                    let name = frame.code.names[index as usize];
                    let object = frame.pop();
                    match self.attribute_fast(&object, name, &frame.code.hints[frame.pc as usize]) {
                        Some(value) => frame.push(value),
                        None => {
                            slow!(
                                crate::machine::attribute::load,
                                Args::two(object, Value::Str(name.key())),
                                Expect::Push
                            )
                        }
                    }
                }
                Op::LoadMethod(index) => {
                    let name = frame.code.names[index as usize];
                    let object = frame.pop();
                    match self.method_fast(&object, name, &frame.code.hints[frame.pc as usize]) {
                        Some(function) => {
                            frame.push(function);
                            frame.push(object);
                        }
                        None => {
                            // The value goes to the callee's place, an empty self place above it.
                            match self.attribute_fast(&object, name, &frame.code.hints[frame.pc as usize]) {
                                Some(value) => {
                                    frame.push(value);
                                    frame.push(Value::Null);
                                }
                                None => slow!(
                                    crate::machine::attribute::load,
                                    Args::two(object, Value::Str(name.key())),
                                    Expect::PushThenNull
                                ),
                            }
                        }
                    }
                }
                Op::StoreAttr(index) => {
                    let name = frame.code.names[index as usize];
                    let object = frame.pop();
                    let value = frame.pop();
                    if let Err(value) =
                        self.store_attribute_fast(&object, name, value, &frame.code.hints[frame.pc as usize])
                    {
                        let args = Args::three(object, Value::Str(name.key()), value);
                        slow!(crate::machine::attribute::store, args, Expect::Discard)
                    }
                }
                Op::DeleteAttr(index) => {
                    let name = frame.code.names[index as usize];
                    let object = frame.pop();
                    let args = Args::two(object, Value::Str(name.key()));
                    slow!(crate::machine::attribute::delete, args, Expect::Discard)
                }
                Op::Subscript => {
                    let key = frame.pop();
                    let object = frame.pop();
                    match ops::subscript_fast(&object, &key) {
                        Some(value) => frame.push(value),
                        None => slow!(ops::subscript, Args::two(object, key), Expect::Push),
                    }
                }
                Op::StoreSubscript => {
                    let key = frame.pop();
                    let object = frame.pop();
                    let value = frame.pop();
                    if let Err(value) = ops::store_subscript_fast(&object, &key, value) {
                        slow!(ops::store_subscript, Args::three(object, key, value), Expect::Discard)
                    }
                }
                Op::DeleteSubscript => {
                    let key = frame.pop();
                    let object = frame.pop();
                    slow!(ops::delete_subscript, Args::two(object, key), Expect::Discard)
                }
                Op::BuildSlice(count) => {
                    let step = if count == 3 { frame.pop() } else { Value::None };
                    let stop = frame.pop();
                    let start = frame.pop();
                    let slice = crate::sequence::Slice { start, stop, step };
                    frame.push(Value::Slice(std::rc::Rc::new(slice)));
                }

                Op::Binary(kind) | Op::Inplace(kind) if ops::binary_in_place(kind, &mut frame.stack) => {}
                Op::Binary(kind) | Op::Inplace(kind) => {
                    let right = frame.pop();
                    let left = frame.pop();
                    match ops::binary_fast(kind, &left, &right) {
                        Some(value) => frame.push(value),
                        None => {
                            let inplace = matches!(op, Op::Inplace(_));
                            let function = if inplace {
                                ops::inplace_function(kind)
                            } else {
                                ops::binary_function(kind)
                            };
                            slow!(function, Args::two(left, right), Expect::Push)
                        }
                    }
                }
                Op::Unary(kind) => {
                    let operand = frame.pop();
                    slow!(ops::unary_function(kind), Args::one(operand), Expect::Push)
                }
                Op::Not => {
                    let operand = frame.pop();
                    match ops::truth_fast(&operand) {
                        Some(truth) => frame.push(Value::Bool(!truth)),
                        None => slow!(ops::truth, Args::one(operand), Expect::Not),
                    }
                }
                Op::Compare(kind) => {
                    let right = frame.pop();
                    let left = frame.pop();
                    match ops::compare_fast(kind, &left, &right) {
                        Some(value) => frame.push(Value::Bool(value)),
                        None => slow!(ops::compare_function(kind), Args::two(left, right), Expect::Push),
                    }
                }
                Op::Is(invert) => {
                    let right = frame.pop();
                    let left = frame.pop();
                    frame.push(Value::Bool(left.is(&right) != invert));
                }
                Op::Contains(invert) => {
                    let container = frame.pop();
                    let item = frame.pop();
                    let expect = if invert { Expect::Not } else { Expect::Push };
                    slow!(ops::contains, Args::two(item, container), expect)
                }

                Op::Jump(target) => {
                    frame.pc = target;
                    continue;
                }
                Op::JumpBack(target) => {
                    frame.pc = target;
                    if self.turned(&mut frame, target, goal) {
                        self.frames.push(Frame::Script(frame));
                        return Stop::Budget.or_limit(self);
                    }
                    continue;
                }
                Op::PopJumpIfFalse(target) | Op::PopJumpIfTrue(target) => {
                    let when = matches!(op, Op::PopJumpIfTrue(_));
                    let value = frame.pop();
                    match ops::truth_fast(&value) {
                        Some(truth) => {
                            if truth == when {
                                frame.pc = target;
                                continue;
                            }
                        }
                        None => slow!(ops::truth, Args::one(value), Expect::Branch { target, when }),
                    }
                }
                Op::PopJumpIfNone(target) => {
                    if frame.pop().is_none() {
                        frame.pc = target;
                        continue;
                    }
                }
                Op::PopJumpIfNotNone(target) => {
                    if !frame.pop().is_none() {
                        frame.pc = target;
                        continue;
                    }
                }
                Op::JumpIfFalseOrPop(target) | Op::JumpIfTrueOrPop(target) => {
                    let when = matches!(op, Op::JumpIfTrueOrPop(_));
                    match ops::truth_fast(frame.peek(1)) {
                        Some(truth) if truth == when => {
                            frame.pc = target;
                            continue;
                        }
                        Some(_) => drop(frame.pop()),
                        None => {
                            let value = frame.peek(1).clone();
                            slow!(ops::truth, Args::one(value), Expect::BranchKeep { target, when })
                        }
                    }
                }

                Op::BuildTuple(count) => {
                    let items: Vec<Value> = frame.pop_many(count as usize).collect();
                    frame.push(Value::tuple(items));
                }
                Op::BuildList(count) => {
                    let items: Vec<Value> = frame.pop_many(count as usize).collect();
                    frame.push(Value::list(items));
                }
                Op::BuildSet(count) => {
                    let items: Vec<Value> = frame.pop_many(count as usize).collect();
                    slow!(ops::build_set, Args::many(items), Expect::Push)
                }
                Op::BuildMap(count) => {
                    let items: Vec<Value> = frame.pop_many(2 * count as usize).collect();
                    if count == 0 {
                        frame.push(Value::Dict(std::rc::Rc::default()));
                    } else {
                        slow!(ops::build_map, Args::many(items), Expect::Push)
                    }
                }
                Op::BuildString(count) => {
                    let text = ops::join_strings(frame.pop_many(count as usize));
                    frame.push(text);
                }
                Op::ListAppend(n) => {
                    let value = frame.pop();
                    if let Value::List(list) = frame.peek(n as usize) {
                        list.push(value);
                    }
                }
                Op::SetAdd(n) => {
                    let value = frame.pop();
                    let set = frame.peek(n as usize).clone();
                    slow!(ops::set_add, Args::two(set, value), Expect::Discard)
                }
                Op::MapAdd(n) => {
                    let value = frame.pop();
                    let key = frame.pop();
                    let dict = frame.peek(n as usize).clone();
                    slow!(ops::store_subscript, Args::three(dict, key, value), Expect::Discard)
                }
                Op::ListExtend(n) => {
                    let iterable = frame.pop();
                    let list = frame.peek(n as usize).clone();
                    slow!(ops::list_extend, Args::two(list, iterable), Expect::Discard)
                }
                Op::SetUpdate(n) => {
                    let iterable = frame.pop();
                    let set = frame.peek(n as usize).clone();
                    slow!(ops::set_update, Args::two(set, iterable), Expect::Discard)
                }
                Op::DictUpdate(n) => {
                    let mapping = frame.pop();
                    let dict = frame.peek(n as usize).clone();
                    slow!(ops::dict_update, Args::two(dict, mapping), Expect::Discard)
                }
                Op::DictMerge(n) => {
                    let mapping = frame.pop();
                    let callee = frame.peek(n as usize).clone();
                    let dict = frame.peek(1).clone();
                    slow!(ops::dict_merge, Args::three(dict, mapping, callee), Expect::Discard)
                }
                Op::ListToTuple => {
                    let list = frame.pop();
                    let items = match &list {
                        Value::List(list) => list.to_vec(),
                        _ => Vec::new(),
                    };
                    frame.push(Value::tuple(items));
                }
                Op::UnpackSequence(count) => {
                    let iterable = frame.pop();
                    if !ops::unpack_fast(&iterable, count as usize, &mut frame.stack) {
                        let args = Args::three(iterable, Value::Int(i64::from(count)), Value::Int(-1));
                        slow!(ops::unpack, args, Expect::Spread)
                    }
                }
                Op::UnpackStar { before, after } => {
                    let iterable = frame.pop();
                    let (before, after) = (Value::Int(i64::from(before)), Value::Int(i64::from(after)));
                    slow!(ops::unpack, Args::three(iterable, before, after), Expect::Spread)
                }

                Op::Convert(kind) => {
                    let value = frame.pop();
                    slow!(ops::convert_function(kind), Args::one(value), Expect::Push)
                }
                Op::FormatSimple => {
                    if !matches!(frame.peek(1), Value::Str(_)) {
                        let value = frame.pop();
                        slow!(ops::format_value, Args::two(value, Value::str("")), Expect::Push)
                    }
                }
                Op::FormatWithSpec => {
                    let spec = frame.pop();
                    let value = frame.pop();
                    slow!(ops::format_value, Args::two(value, spec), Expect::Push)
                }

                Op::GetIter => {
                    let iterable = frame.pop();
                    match self.iter_fast(&iterable) {
                        Some(iterator) => frame.push(iterator),
                        None => slow!(crate::machine::iterate::get_iter, Args::one(iterable), Expect::Push),
                    }
                }
                Op::ForIter(target) => {
                    let next = match frame.peek(1) {
                        Value::Iter(iterator) => iterator.next_simple(),
                        _ => Simple::Ask,
                    };
                    match next {
                        Simple::Value(value) => frame.push(value),
                        Simple::End => {
                            drop(frame.pop());
                            frame.pc = target;
                            continue;
                        }
                        Simple::Changed(message) => {
                            fail!(Box::new(Raise::New(Exc::RuntimeError, message.to_string())));
                        }
                        Simple::Ask => {
                            let iterator = frame.peek(1).clone();
                            settle!(self.for_iter_slow(frame, iterator, target));
                            continue;
                        }
                    }
                }
                Op::Yield | Op::AsyncYield => {
                    let value = frame.pop();
                    frame.pc += 1;
                    let outcome = self.suspend(frame, value, matches!(op, Op::AsyncYield));
                    settle!(self.hand_down(outcome));
                    continue;
                }
                Op::GetAwaitable(context) => {
                    let object = frame.pop();
                    match self.awaitable_fast(&object) {
                        Some(Ok(iterator)) => frame.push(iterator),
                        Some(Err(raised)) => {
                            settle!(self.fail(frame, raised));
                            continue;
                        }
                        None => {
                            let args = Args::two(object, Value::Int(context as i64));
                            slow!(crate::machine::generator::get_awaitable, args, Expect::Push)
                        }
                    }
                }
                Op::GetYieldFromIter => {
                    let iterable = frame.pop();
                    match attempt!(self.yield_from_fast(&frame, &iterable)) {
                        true => frame.push(iterable),
                        false => slow!(crate::machine::iterate::get_iter, Args::one(iterable), Expect::Push),
                    }
                }
                Op::Await => {
                    let value = frame.pop();
                    settle!(self.send_from(frame, value));
                    continue;
                }
                Op::GetAsyncIter => {
                    let object = frame.pop();
                    slow!(crate::machine::generator::get_async_iter, Args::one(object), Expect::Push)
                }
                Op::GetAsyncNext => {
                    let iterator = frame.peek(1).clone();
                    slow!(crate::machine::generator::get_async_next, Args::one(iterator), Expect::Push)
                }
                Op::EndAsyncFor => {
                    let exception = frame.pop();
                    if !self.is_exception(&exception, Exc::StopAsyncIteration) {
                        settle!(self.raise_again(frame, exception, false));
                        continue;
                    }
                    drop(frame.pop());
                }

                Op::EnterWith => {
                    let manager = frame.pop();
                    let (exit, enter) = attempt!(self.context_methods(&manager, false));
                    frame.push(exit);
                    slow!(ops::call_bound, Args::two(enter, manager), Expect::Push)
                }
                Op::EnterAsyncWith => {
                    let manager = frame.pop();
                    let (exit, enter) = attempt!(self.context_methods(&manager, true));
                    frame.push(exit);
                    slow!(ops::call_bound, Args::two(enter, manager), Expect::Push)
                }
                Op::WithExceptStart => {
                    let exception = frame.peek(1).clone();
                    let exit = frame.peek(3).clone();
                    let class = Value::Class(self.types.of(&exception));
                    let traceback = self.traceback_value(&exception);
                    let args = Args::three(class, exception, traceback);
                    settle!(self.call_from(frame, &exit, args));
                    continue;
                }

                Op::PushExcInfo => {
                    let exception = frame.pop();
                    let previous = std::mem::replace(&mut frame.handled, exception);
                    frame.push(previous);
                    let exception = frame.handled.clone();
                    frame.push(exception);
                }
                Op::PopExcept => {
                    let previous = frame.pop();
                    let old = std::mem::replace(&mut frame.handled, previous);
                    drop(old);
                }
                Op::CheckExcMatch => {
                    let kind = frame.pop();
                    let matches = attempt!(self.exception_matches(frame.peek(1), &kind));
                    frame.push(Value::Bool(matches));
                }
                Op::CheckExcGroupMatch => {
                    let kind = frame.pop();
                    let exception = frame.pop();
                    slow!(
                        crate::machine::exception::match_group,
                        Args::two(exception, kind),
                        Expect::SpreadPair
                    )
                }
                Op::Reraise(back) => {
                    let exception = frame.pop();
                    settle!(self.raise_again(frame, exception, back));
                    continue;
                }
                Op::Raise(count) => {
                    if count == 0 {
                        settle!(self.raise_handled(frame));
                        continue;
                    }
                    let cause = if count == 2 { frame.pop() } else { Value::Null };
                    let exception = frame.pop();
                    // The value that comes is the exception object to raise.
                    slow!(
                        crate::machine::exception::prepare_raise,
                        Args::two(exception, cause),
                        Expect::Throw
                    )
                }
                Op::LoadBuiltin(builtin) => {
                    let value = self.builtins.get(Sym::new(builtin.name())).unwrap_or_default();
                    frame.push(value);
                }
                Op::LoadAssertionError => {
                    let class = self.types.exception(Exc::AssertionError).clone();
                    frame.push(Value::Class(class));
                }

                Op::PushNull => frame.push(Value::Null),
                Op::Call(count) => {
                    settle!(self.call_op(frame, count as usize, goal));
                    continue;
                }
                Op::CallKeywords { count, names } => {
                    let names = frame.code.keywords[names as usize].to_vec();
                    settle!(self.call_keywords_op(frame, count as usize, &names));
                    continue;
                }
                Op::CallKeywordsTuple(count) => {
                    let names = frame.pop();
                    let names = ops::names_of(&names);
                    settle!(self.call_keywords_op(frame, count as usize, &names));
                    continue;
                }
                Op::CallEx(with_keywords) => {
                    let keywords = if with_keywords { frame.pop() } else { Value::Null };
                    let positional = frame.pop();
                    drop(frame.pop());
                    let callee = frame.pop();
                    let args = Args::three(callee, positional, keywords);
                    slow!(ops::call_ex, args, Expect::Push)
                }
                Op::MakeFunction { parts, code } => {
                    let function = self.make_function(&mut frame, parts, code as usize);
                    frame.push(function);
                }
                Op::LoadBuildClass => {
                    let build = self.builtins.get_str("__build_class__").unwrap_or_default();
                    frame.push(build);
                }
                Op::LoadLocals => {
                    let namespace = frame.namespace.clone();
                    frame.push(namespace);
                }
                Op::Return => {
                    let value = frame.pop();
                    settle!(self.leave(frame, value));
                    continue;
                }

                Op::ImportName(index) => {
                    let name = frame.code.names[index as usize];
                    let fromlist = frame.pop();
                    let level = frame.pop();
                    let args = Args::three(Value::Str(name.key()), fromlist, level);
                    slow!(crate::machine::import::import_name, args, Expect::Push)
                }
                Op::ImportFrom(index) => {
                    let name = frame.code.names[index as usize];
                    let module = frame.peek(1).clone();
                    slow!(
                        crate::machine::import::import_from,
                        Args::two(module, Value::Str(name.key())),
                        Expect::Push
                    )
                }

                Op::GetLen => {
                    let subject = frame.peek(1).clone();
                    slow!(ops::length, Args::one(subject), Expect::Push)
                }
                Op::MatchMapping => {
                    let matches = self.is_mapping(frame.peek(1));
                    frame.push(Value::Bool(matches));
                }
                Op::MatchSequence => {
                    let matches = self.is_sequence(frame.peek(1));
                    frame.push(Value::Bool(matches));
                }
                Op::MatchKeys => {
                    let keys = frame.peek(1).clone();
                    let subject = frame.peek(2).clone();
                    slow!(ops::match_keys, Args::two(subject, keys), Expect::Push)
                }
                Op::MatchClass(count) => {
                    let names = frame.pop();
                    let class = frame.pop();
                    let subject = frame.pop();
                    let mut args = Args::three(subject, class, names);
                    args.positional.push(Value::Int(i64::from(count)));
                    slow!(ops::match_class, args, Expect::Push)
                }

                Op::Intrinsic(kind) => {
                    let (function, count) = ops::intrinsic_function(kind);
                    let args = Args::many(frame.pop_many(count));
                    let expect = if kind == Intrinsic::ImportStar { Expect::Discard } else { Expect::Push };
                    slow!(function, args, expect)
                }
            }
            frame.pc += 1;
        }
    }
}
