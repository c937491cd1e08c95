//! `str.format` and `str.format_map`.

use crate::error::{PyResult, key_error};
use crate::function::Args;
use crate::machine::{Flow, Machine, done, ops};
use crate::sequence::Str;
use crate::symbol::Sym;
use crate::text::str_format::{self, Conversion, First, Numbering, Step, Template};
use crate::value::Value;

/// Where the fields of a template find their values.
enum Source<'a> {
    Arguments(&'a Args),
    Mapping(&'a Value),
}

/// `template.format(*args, **kwargs)`
pub fn format(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let Some(template) = args.positional.first().and_then(Value::as_str).cloned() else {
        return super::arguments::wrong_receiver(machine, args, "str", "format");
    };
    expand_all(machine, &template, &Source::Arguments(args))
}

/// `template.format_map(mapping)`
pub fn format_map(machine: &mut Machine, args: &Args) -> PyResult<Flow> {
    let mapping = super::arguments::method(args, "str.format_map").one()?;
    let Some(template) = args.positional[0].as_str().cloned() else {
        return super::arguments::wrong_receiver(machine, args, "str", "format_map");
    };
    expand_all(machine, &template, &Source::Mapping(mapping))
}

fn expand_all(machine: &mut Machine, template: &Str, source: &Source) -> PyResult<Flow> {
    let text = expand(machine, template.as_str(), source, &mut Numbering::default(), 1)?;
    done(Value::string(text))
}

fn expand(
    machine: &mut Machine,
    template: &str,
    source: &Source,
    numbering: &mut Numbering,
    depth: u32,
) -> PyResult<String> {
    let mut template = Template::new(template, depth)?;
    let mut out = String::new();
    while let Some(piece) = template.next() {
        let piece = piece?;
        out.push_str(&piece.literal);
        let Some(field) = piece.field else { continue };
        let mut value = find(machine, &field.name, source, numbering)?;
        if let Some(letter) = field.conversion {
            value = match str_format::conversion(letter)? {
                Conversion::Str => machine.str_of(&value)?,
                Conversion::Repr => machine.repr_of(&value)?,
                Conversion::Ascii => super::repr::to_ascii(&machine.repr_of(&value)?),
            };
        }
        let spec = match field.nested {
            true => expand(machine, &field.spec, source, numbering, depth + 1)?,
            false => field.spec,
        };
        let text = machine.ask_native(ops::format_value, Args::two(value, Value::string(spec)))?;
        out.push_str(text.as_str().map_or("", |text| text.as_str()));
    }
    Ok(out)
}

fn find(machine: &mut Machine, name: &str, source: &Source, numbering: &mut Numbering) -> PyResult<Value> {
    let (first, mut path) = numbering.split(name)?;
    let mut value = match (first, source) {
        (First::Index(index), Source::Arguments(args)) => match args.positional.get(index + 1) {
            Some(value) => value.clone(),
            None => return Err(str_format::index_error(index).into()),
        },
        (First::Index(_), Source::Mapping(_)) => return Err(str_format::positional_in_map().into()),
        (First::Name(name), Source::Arguments(args)) => {
            let symbol = Sym::new(&name);
            match args.keywords.iter().find(|(keyword, _)| *keyword == symbol) {
                Some((_, value)) => value.clone(),
                None => return key_error(Value::string(name)),
            }
        }
        (First::Name(name), Source::Mapping(mapping)) => {
            machine.ask_native(ops::subscript, Args::two((*mapping).clone(), Value::string(name)))?
        }
    };
    while let Some(step) = path.next() {
        value = match step? {
            Step::Attribute(name) => machine.get_attribute(&value, Sym::new(&name))?,
            Step::Index(index) => machine.ask_native(ops::subscript, Args::two(value, Value::Int(index)))?,
            Step::Key(key) => machine.ask_native(ops::subscript, Args::two(value, Value::string(key)))?,
        };
    }
    Ok(value)
}
