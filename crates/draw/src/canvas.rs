//! What pictures are put together from: boxes and texts with their places, written as SVG. Texts are measured by the
//! widths that common fonts have, since no font is at hand; a picture therefore leaves a little room everywhere.

use std::fmt::Write;

use crate::colours::{Colours, Theme};

/// How a text is set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Type {
    /// Its size in pixels.
    pub size: f64,
    /// Whether all its characters are equally wide.
    pub mono: bool,
    /// Whether it is bold.
    pub bold: bool,
}

/// Text as in code.
pub const fn mono(size: f64) -> Type {
    Type { size, mono: true, bold: false }
}

/// Text as in sentences.
pub const fn sans(size: f64) -> Type {
    Type { size, mono: false, bold: false }
}

/// Bold text as in sentences.
pub const fn bold(size: f64) -> Type {
    Type { size, mono: false, bold: true }
}

impl Type {
    /// About how wide a text is.
    pub fn width(self, text: &str) -> f64 {
        let each = match (self.mono, self.bold) {
            (true, _) => 0.605,
            (false, false) => 0.55,
            (false, true) => 0.6,
        };
        columns(text) as f64 * each * self.size
    }

    /// A text that is no wider than that, cut if it must be.
    pub fn fitted(self, text: &str, width: f64) -> String {
        if self.width(text) <= width {
            return text.to_owned();
        }
        let mut cut = String::new();
        for char in text.chars() {
            cut.push(char);
            if self.width(&cut) + self.size * 0.7 > width {
                cut.pop();
                break;
            }
        }
        cut.push('…');
        cut
    }
}

/// How many columns a text takes where all characters are equally wide, and some twice that.
pub fn columns(text: &str) -> usize {
    let wide = |char: char| matches!(u32::from(char), 0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0x1f300..=0x1faff);
    text.chars().map(|char| if wide(char) { 2 } else { 1 }).sum()
}

/// A picture in the making.
pub struct Canvas {
    /// Its colours.
    pub colours: Colours,
    body: String,
}

impl Canvas {
    /// An empty one.
    pub fn new(theme: Theme) -> Canvas {
        Canvas { colours: Colours::of(theme), body: String::new() }
    }

    /// Adds a piece of SVG as it is.
    pub fn raw(&mut self, piece: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.body.write_fmt(piece);
        self.body.push('\n');
    }

    /// A box with round corners, filled and with an edge.
    pub fn panel(
        &mut self,
        (x, y, width, height): (f64, f64, f64, f64),
        radius: f64,
        fill: &str,
        edge: &str,
    ) {
        self.raw(format_args!(
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{radius}" fill="{fill}" stroke="{edge}"/>"#
        ));
    }

    /// A text whose line stands on `y`.
    pub fn text(&mut self, (x, y): (f64, f64), kind: Type, colour: &str, text: &str) {
        let family = if kind.mono { "m" } else { "s" };
        let weight = if kind.bold { " font-weight=\"600\"" } else { "" };
        let text = escaped(text);
        self.raw(format_args!(
            r#"<text class="{family}" x="{x:.1}" y="{y:.1}" font-size="{}" fill="{colour}"{weight}>{text}</text>"#,
            kind.size
        ));
    }

    /// A line of pieces that follow one another, whatever widths the font gives them.
    pub fn line(&mut self, (x, y): (f64, f64), pieces: &[(Type, &str, String)]) {
        let mut line = format!(r#"<text x="{x:.1}" y="{y:.1}">"#);
        for (kind, colour, text) in pieces {
            let family = if kind.mono { "m" } else { "s" };
            let weight = if kind.bold { " font-weight=\"600\"" } else { "" };
            let text = escaped(text);
            // Writing to a string does not fail.
            let _ = write!(
                line,
                r#"<tspan class="{family}" font-size="{}" fill="{colour}"{weight}>{text}</tspan>"#,
                kind.size
            );
        }
        self.raw(format_args!("{line}</text>"));
    }

    /// A heading of a panel.
    pub fn heading(&mut self, at: (f64, f64), text: &str) {
        let colour = self.colours.named("soft");
        self.text(at, bold(12.5), colour, text);
    }

    /// The file.
    pub fn finish(self, width: f64, height: f64, title: &str, description: &str) -> String {
        let (title, description) = (escaped(title), escaped(description));
        let (sheet, edge) = (self.colours.named("sheet"), self.colours.named("line"));
        let (width, height) = (width.round(), height.round());
        // A sentence is in pieces, apart by the spaces at their ends, which not every reader keeps by itself.
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" xml:space="preserve">
<title>{title}</title>
<desc>{description}</desc>
<style>.m{{font-family:"JetBrains Mono","SF Mono","Cascadia Code","DejaVu Sans Mono",Menlo,Consolas,monospace}}.s{{font-family:Inter,"DejaVu Sans","Segoe UI",Roboto,Helvetica,Arial,sans-serif}}</style>
<rect x="0.5" y="0.5" width="{}" height="{}" rx="10" fill="{sheet}" stroke="{edge}"/>
{}</svg>
"#,
            width - 1.0,
            height - 1.0,
            self.body
        )
    }
}

/// Text that an SVG file may hold. What XML has no way to write is replaced.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // A run of blanks would be drawn as one.
            ' ' if escaped.is_empty() || escaped.ends_with([' ', '\u{a0}']) => escaped.push('\u{a0}'),
            '\t' | '\n' => escaped.push(' '),
            '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('·'),
            _ => escaped.push(char),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_to_its_place() {
        assert_eq!(mono(10.0).fitted("abcdefgh", 100.0), "abcdefgh");
        assert_eq!(mono(10.0).fitted("abcdefgh", 40.0), "abcde…");
        assert_eq!(columns("a漢"), 3);
    }

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(escaped("<a b=\"c\">&\u{0}"), "&lt;a b=&quot;c&quot;&gt;&amp;·");
        assert_eq!(escaped("a  b"), "a \u{a0}b");
    }
}
