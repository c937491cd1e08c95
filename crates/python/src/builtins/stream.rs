//! `sys.stdout` and `sys.stderr`: text streams whose text goes into the trace.

use std::any::Any;
use std::rc::Rc;

use loopglass_trace::Stream;

use super::arguments;
use super::install::{answer_false, answer_none, answer_true, getters, methods, slots};
use crate::class::{Class, Instance, Layout, NativeData, Payload};
use crate::error::{PyResult, type_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done};
use crate::value::Value;

const CLASS: &str = "TextIOWrapper";

struct StandardStream(Stream);

impl NativeData for StandardStream {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The stream object for `sys.stdout` or `sys.stderr`, always the same one.
pub fn standard_stream(machine: &mut Machine, stream: Stream) -> Value {
    let streams = machine.extension::<Streams>();
    let made = if stream == Stream::Out { &streams.out } else { &streams.err };
    made.get_or_init(|| {
        let payload = Payload::Native(Box::new(StandardStream(stream)));
        let class = machine.types.named(CLASS);
        Value::Instance(Instance::new(class, payload))
    })
    .clone()
}

#[derive(Default)]
struct Streams {
    out: std::cell::OnceCell<Value>,
    err: std::cell::OnceCell<Value>,
}

/// Which stream the value is, if it is one of ours.
pub fn as_standard(value: &Value) -> Option<Stream> {
    match value {
        Value::Instance(instance) => instance.native::<StandardStream>().map(|stream| stream.0),
        _ => None,
    }
}

/// Enters the class.
pub fn install(machine: &mut Machine) {
    let object = machine.types.object.clone();
    let class: Rc<Class> = machine.types.define(CLASS, Layout::Native(CLASS), &object, true);
    class.dict.set_str("__module__", Value::str("_io"));
    methods(
        &class,
        CLASS,
        &[
            ("write", write),
            ("writelines", write_lines),
            ("flush", flush),
            ("reconfigure", flush),
            ("isatty", answer_false),
            ("readable", answer_false),
            ("seekable", answer_false),
            ("writable", answer_true),
            ("fileno", file_number),
        ],
    );
    getters(
        &class,
        CLASS,
        &[
            ("name", name),
            ("mode", mode),
            ("encoding", encoding),
            ("errors", errors),
            ("closed", answer_false),
            ("line_buffering", answer_false),
            ("write_through", answer_false),
            ("newlines", answer_none),
        ],
    );
    slots(&class, CLASS, &[("__repr__", repr)]);
}

fn receiver(args: &Args) -> PyResult<Stream> {
    match args.positional.first().and_then(as_standard) {
        Some(stream) => Ok(stream),
        None => type_error("a text stream is required"),
    }
}

fn put(machine: &mut Machine, stream: Stream, value: &Value) -> PyResult<usize> {
    let Some(text) = value.as_str() else {
        let kind = machine.types.name_of(value);
        return type_error(format!("write() argument must be str, not {kind}"));
    };
    machine.recorder.print(stream, text.as_str());
    Ok(text.len())
}

fn write(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let stream = receiver(args)?;
    let count = put(machine, stream, arguments::method(args, "TextIOWrapper.write").one()?)?;
    done(count as i64)
}

fn write_lines(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let stream = receiver(args)?;
    for line in machine.collect(arguments::method(args, "TextIOWrapper.writelines").one()?)? {
        put(machine, stream, &line)?;
    }
    done(Value::None)
}

fn flush(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    receiver(args)?;
    done(Value::None)
}

fn file_number(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(if receiver(args)? == Stream::Out { 1i64 } else { 2 })
}

fn name(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(if receiver(args)? == Stream::Out { "<stdout>" } else { "<stderr>" })
}

fn mode(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done("w")
}

fn encoding(_: &mut Machine, _: &Args) -> PyResult<Flow> {
    done("utf-8")
}

fn errors(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    done(if receiver(args)? == Stream::Out { "strict" } else { "backslashreplace" })
}

fn repr(_: &mut Machine, args: &Args) -> PyResult<Flow> {
    let name = if receiver(args)? == Stream::Out { "stdout" } else { "stderr" };
    done(Value::string(format!("<_io.TextIOWrapper name='<{name}>' mode='w' encoding='utf-8'>")))
}
