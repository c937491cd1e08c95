//! The script: its lines in colour, the line in focus, where coroutines wait, and the locals at the ends of lines.

use loopglass_picture::highlight::{Kind, highlight};
use loopglass_picture::{CodePicture, LineLocals, code_of_file};
use loopglass_trace::files::{file_of, lines_of, split};

use crate::canvas::{Canvas, columns, mono};

const SIZE: f64 = 12.5;
const LINE: f64 = 20.0;
const HEAD: f64 = 26.0;
const GUTTER: f64 = 44.0;
/// A longer script is drawn around its line in focus.
const LINES: usize = 60;

/// Draws the panel at (left, top, width), and says where it ends. Of several files it shows the one in focus.
pub fn draw(canvas: &mut Canvas, script: &str, picture: &CodePicture, place: (f64, f64, f64)) -> f64 {
    let files = split(script);
    let file = file_of(&files, picture.running.map_or(1, |(line, _)| line));
    let heading = match (files.len(), files[file].name) {
        (1, None) => return draw_file(canvas, "Code", script, picture, place),
        (_, Some(name)) => format!("Code · {name}"),
        (_, None) => "Code".to_owned(),
    };
    let picture = code_of_file(picture, &lines_of(&files, file));
    draw_file(canvas, &heading, files[file].text, &picture, place)
}

fn draw_file(
    canvas: &mut Canvas,
    heading: &str,
    script: &str,
    picture: &CodePicture,
    (x, y, width): (f64, f64, f64),
) -> f64 {
    canvas.heading((x, y + 12.0), heading);
    let lines = highlight(script.trim_end());
    let focus = picture.running.map(|(line, _)| line as usize);
    let first = match focus {
        Some(focus) if lines.len() > LINES => focus.saturating_sub(LINES / 2).min(lines.len() - LINES),
        _ => 0,
    };
    let shown = lines.iter().enumerate().skip(first).take(LINES);
    let advance = mono(SIZE).width("x");
    let room = ((width - GUTTER - 8.0) / advance) as usize;
    for (place, (index, tokens)) in shown.enumerate() {
        let top = y + HEAD + place as f64 * LINE;
        let base = top + 14.5;
        let number = index + 1;
        if focus == Some(number) {
            let (fill, edge) = (canvas.colours.named("now"), canvas.colours.named("now-line"));
            canvas.raw(format_args!(
                r#"<rect x="{x:.1}" y="{top:.1}" width="{width:.1}" height="{LINE}" fill="{fill}"/>"#
            ));
            canvas.raw(format_args!(
                r#"<rect x="{x:.1}" y="{top:.1}" width="3" height="{LINE}" fill="{edge}"/>"#
            ));
        }
        for (nth, mark) in
            picture.marks.iter().filter(|mark| mark.line as usize == number).take(2).enumerate()
        {
            let colour = canvas.colours.hue(mark.hue);
            let (cx, cy) = (x + 10.0 + nth as f64 * 7.0, top + LINE / 2.0);
            canvas.raw(format_args!(r#"<circle cx="{cx:.1}" cy="{cy:.1}" r="3.2" fill="{colour}"/>"#));
        }
        let shown = number.to_string();
        let faint = canvas.colours.named("faint");
        let left = x + GUTTER - 10.0 - mono(11.0).width(&shown);
        canvas.text((left, base), mono(11.0), faint, &shown);
        let mut column = 0;
        for token in tokens {
            let text = token.text.trim_start();
            let at = column + columns(&token.text) - columns(text);
            column += columns(&token.text);
            if text.is_empty() || at >= room {
                continue;
            }
            let text: String = text.chars().take(room - at).collect();
            let colour = canvas.colours.named(colour(token.kind));
            canvas.text((x + GUTTER + at as f64 * advance, base), mono(SIZE), colour, &text);
        }
        if let Some(locals) = picture.locals.iter().find(|locals| locals.line as usize == number) {
            let left = GUTTER + (column as f64 + 2.0) * advance;
            let text = mono(11.0).fitted(&values(locals), width - left - 4.0);
            if width - left > 50.0 {
                let faint = canvas.colours.named("faint");
                canvas.text((x + left, base), mono(11.0), faint, &text);
            }
        }
    }
    y + HEAD + lines.len().min(LINES) as f64 * LINE
}

fn values(locals: &LineLocals) -> String {
    let one = |(name, value, _): &(String, String, bool)| format!("{name} = {value}");
    locals.values.iter().map(one).collect::<Vec<_>>().join("  ")
}

/// The name of a token's colour.
fn colour(kind: Kind) -> &'static str {
    match kind {
        Kind::Plain => "ink",
        Kind::Keyword => "keyword",
        Kind::Name => "name",
        Kind::Number => "number",
        Kind::String => "string",
        Kind::Comment => "faint",
    }
}
