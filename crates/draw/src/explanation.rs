//! What happened and why, in lines of words.

use loopglass_picture::{Explanation, Look, Sentence};

use crate::canvas::{Canvas, Type, mono, sans};

/// Draws the panel at (left, top, width), and says where it ends.
pub fn draw(canvas: &mut Canvas, explanation: &Explanation, (x, y, width): (f64, f64, f64)) -> f64 {
    let line = canvas.colours.named("line");
    canvas.raw(format_args!(r#"<path d="M{x:.1} {y:.1}h{width:.1}" stroke="{line}"/>"#));
    canvas.heading((x, y + 22.0), "What happened");
    let (ink, soft) = (canvas.colours.named("ink"), canvas.colours.named("soft"));
    let bottom = paragraph(canvas, &explanation.what, (x, y + 46.0, width), 15.0, ink);
    if explanation.why.is_empty() {
        return bottom;
    }
    paragraph(canvas, &explanation.why, (x, bottom + 18.0, width), 13.0, soft)
}

/// Sets a sentence in lines, the first of which stands on `y`, and says where the last one ends.
fn paragraph(
    canvas: &mut Canvas,
    sentence: &Sentence,
    place: (f64, f64, f64),
    size: f64,
    plain: &'static str,
) -> f64 {
    let (left, mut y, width) = place;
    let mut line: Vec<(Type, &str, String)> = Vec::new();
    let mut used = 0.0;
    for (look, text) in sentence {
        let (kind, colour) = match look {
            Look::Plain | Look::Term(_) => (sans(size), plain),
            Look::Exact(hue, _) => (mono(size * 0.93), canvas.colours.hue(*hue)),
        };
        let mut run = String::new();
        for word in text.split_inclusive(' ') {
            let end = used + kind.width(&run) + kind.width(word.trim_end());
            if end > width && (used > 0.0 || !run.is_empty()) {
                line.push((kind, colour, std::mem::take(&mut run)));
                canvas.line((left, y), &line);
                line.clear();
                (used, y) = (0.0, y + size * 1.5);
            }
            run.push_str(word);
        }
        used += kind.width(&run);
        line.push((kind, colour, run));
    }
    canvas.line((left, y), &line);
    y + 6.0
}

/// All that is said, as plain text.
pub fn plain(explanation: &Explanation) -> String {
    let text = |sentence: &Sentence| sentence.iter().map(|(_, text)| text.as_str()).collect::<String>();
    format!("{} {}", text(&explanation.what), text(&explanation.why)).trim().to_owned()
}
