//! A whole trace as bytes, and back: how the page gets a run that was recorded when it was built. It is no format to
//! keep (that is the one in `json`): who reads it was built together with who wrote it.
//!
//! An event is its shape and its numbers, as for folding (`fold/numbers.rs`): the different shapes come first, and an
//! event is the place of its shape and by how much each number differs from that of the last event of this shape.

mod shape;

use crate::event::{Event, FrameKind};
use crate::fold::Repeat;
use crate::ids::TextId;
use crate::tables::{CodeInfo, Settings};
use crate::trace::Trace;
use shape::{Coded, read_shape, write_shape};

/// Changes with everything that changes what the bytes mean.
const VERSION: u8 = 2;

impl Trace {
    /// The trace as bytes. Nothing is left out but what [`Trace::catch_up`] builds.
    pub fn pack(&self) -> Vec<u8> {
        let mut out = vec![VERSION];
        let tables = self.tables();
        let Settings { line_cost_ns, iteration_cost_ns, epoch_ns } = tables.settings;
        for number in [line_cost_ns, iteration_cost_ns, epoch_ns] {
            write_number(&mut out, number);
        }
        write_text(&mut out, self.source());
        write_text(&mut out, self.file());
        write_number(&mut out, tables.texts.len() as u64);
        for id in 0..tables.texts.len() as u32 {
            write_text(&mut out, tables.text(TextId(id)));
        }
        write_number(&mut out, tables.codes.len() as u64);
        for code in &tables.codes {
            for number in [code.name.0, code.qualname.0, code.first_line] {
                write_number(&mut out, number.into());
            }
            out.extend([code.kind.code(), code.hidden.code()]);
        }
        write_events(&mut out, self);
        out
    }

    /// The trace of these bytes, caught up; `None` if they are not those of one.
    pub fn unpack(bytes: &[u8]) -> Option<Trace> {
        let mut reader = Reader { bytes };
        if reader.byte()? != VERSION {
            return None;
        }
        let [line_cost_ns, iteration_cost_ns, epoch_ns] =
            [reader.number()?, reader.number()?, reader.number()?];
        let (source, file) = (reader.text()?, reader.text()?);
        let mut trace = Trace::new(source, file, Settings { line_cost_ns, iteration_cost_ns, epoch_ns });
        for id in 0..reader.number()? {
            if u64::from(trace.text(reader.text()?).0) != id {
                return None;
            }
        }
        for _ in 0..reader.number()? {
            let [name, qualname, first_line] = [reader.small()?, reader.small()?, reader.small()?];
            let (name, qualname) = (TextId(name), TextId(qualname));
            let (kind, hidden) = (FrameKind::of(reader.byte()?)?, bool::of(reader.byte()?)?);
            trace.code(CodeInfo { name, qualname, first_line, kind, hidden });
        }
        read_events(&mut reader, &mut trace)?;
        trace.catch_up();
        Some(trace)
    }
}

/// A shape, and the numbers that its last event had.
struct Known {
    shape: Event,
    last: Vec<u64>,
}

fn write_events(out: &mut Vec<u8>, trace: &Trace) {
    let mut known: Vec<Known> = Vec::new();
    let mut body = Vec::new();
    for event in trace.events(0) {
        let mut numbers = Vec::new();
        let shape = event.map(&mut |number: u64| {
            numbers.push(number);
            0
        });
        let place = known.iter().position(|it| it.shape == shape).unwrap_or_else(|| {
            known.push(Known { shape, last: vec![0; numbers.len()] });
            known.len() - 1
        });
        write_number(&mut body, place as u64);
        for (number, last) in numbers.into_iter().zip(&mut known[place].last) {
            write_number(&mut body, zigzag(number.wrapping_sub(*last)));
            *last = number;
        }
    }
    write_number(out, known.len() as u64);
    for Known { shape, .. } in &known {
        write_shape(out, shape);
    }
    write_number(out, trace.len() as u64);
    out.extend(body);
}

fn read_events(reader: &mut Reader<'_>, trace: &mut Trace) -> Option<()> {
    let mut known = Vec::new();
    for _ in 0..reader.number()? {
        known.push(Known { shape: read_shape(reader)?, last: Vec::new() });
    }
    for _ in 0..reader.number()? {
        let Known { shape, last } = known.get_mut(reader.number()? as usize)?;
        let (mut at, mut whole) = (0, true);
        let event = shape.map(&mut |_: u64| {
            if at == last.len() {
                last.push(0);
            }
            let Some(change) = reader.number() else {
                whole = false;
                return 0;
            };
            last[at] = last[at].wrapping_add(unzigzag(change));
            at += 1;
            last[at - 1]
        });
        if !whole {
            return None;
        }
        trace.push(event);
    }
    Some(())
}

/// Small differences in either direction as small numbers.
fn zigzag(difference: u64) -> u64 {
    let signed = difference as i64;
    ((signed << 1) ^ (signed >> 63)) as u64
}

fn unzigzag(number: u64) -> u64 {
    (number >> 1) ^ (number & 1).wrapping_neg()
}

/// Seven bits a byte, the lowest first.
fn write_number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    write_number(out, text.len() as u64);
    out.extend(text.as_bytes());
}

/// What has not been read yet.
struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn small(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        std::str::from_utf8(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{unzigzag, zigzag};
    use crate::samples;
    use crate::trace::Trace;

    #[test]
    fn differences_of_any_size_come_back() {
        for difference in [0, 1, u64::MAX, 63, 1 << 63, u64::MAX / 2] {
            assert_eq!(unzigzag(zigzag(difference)), difference);
        }
        assert_eq!([zigzag(0), zigzag(u64::MAX), zigzag(1)], [0, 1, 2]);
    }

    #[test]
    fn a_trace_comes_back_as_it_was() {
        let trace = samples::article();
        let packed = trace.pack();
        let Some(read) = Trace::unpack(&packed) else { panic!("it was not read") };
        assert_eq!(read.source(), trace.source());
        assert_eq!(read.file(), trace.file());
        assert_eq!(read.tables().settings, trace.tables().settings);
        assert_eq!(read.tables().codes, trace.tables().codes);
        assert!(read.events(0).eq(trace.events(0)));
        assert!(read.json_lines().eq(trace.json_lines()));
        for length in 0..packed.len() {
            assert!(Trace::unpack(&packed[..length]).is_none(), "{length} bytes are no whole trace");
        }
    }
}
