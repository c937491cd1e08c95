//! How a picture of a value is written out, as Python's `repr` would, or by the label of what it is.

use crate::event::{Picture, PrimitiveKind};
use crate::tables::Tables;
use crate::world::World;

impl Picture {
    /// The picture as text. Futures go by their label and coroutines by their function, as `world` knows
    /// them.
    pub fn text(self, world: &World, tables: &Tables) -> String {
        match self {
            Picture::None => "None".to_owned(),
            Picture::Bool(true) => "True".to_owned(),
            Picture::Bool(false) => "False".to_owned(),
            Picture::Int(value) => value.get().to_string(),
            Picture::Float(value) => float_text(value.get()),
            Picture::Text(text) => tables.text(text).to_owned(),
            Picture::Future(future) => world.label(future, tables),
            Picture::Coroutine(frame) => {
                let code = world.frames.get(frame).and_then(|frame| frame.code);
                code.map_or_else(
                    || "<coroutine>".to_owned(),
                    |code| format!("{}()", tables.function_name(code)),
                )
            }
            Picture::Primitive(primitive) => world.primitive_label(primitive, tables),
            Picture::Loop(_) => "<event loop>".to_owned(),
        }
    }
}

impl PrimitiveKind {
    /// The name of the class.
    pub fn name(self) -> &'static str {
        match self {
            PrimitiveKind::Lock => "Lock",
            PrimitiveKind::Event => "Event",
            PrimitiveKind::Condition => "Condition",
            PrimitiveKind::Semaphore => "Semaphore",
            PrimitiveKind::Queue => "Queue",
            PrimitiveKind::Barrier => "Barrier",
        }
    }
}

/// `repr` of a float: the shortest digits that give it back, with an exponent below 1e-4 and from 1e16 on.
pub fn float_text(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    let scientific = format!("{value:e}");
    let Some((digits, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) || value == 0.0 {
        let plain = value.to_string();
        return if plain.contains('.') { plain } else { plain + ".0" };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::float_text;

    #[test]
    fn floats_read_as_in_python() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (15.0, "15.0"),
            (0.1, "0.1"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1.25e100, "1.25e+100"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
        ] {
            assert_eq!(float_text(value), text);
        }
    }
}
