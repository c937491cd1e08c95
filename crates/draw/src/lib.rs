//! Draws a moment of a run as an SVG picture: code, stage and explanation as on the page, without a browser. What is
//! shown is decided by `loopglass-picture`; here it only gets places and colours. A picture refers to no other file.

mod canvas;
mod cards;
mod code;
mod colours;
mod explanation;
mod stage;

use canvas::Canvas;
pub use colours::Theme;
use loopglass_picture::{CodePicture, Explanation, Order, Source, StagePicture, View};
use loopglass_trace::{Detail, Trace};

/// Around everything, and between panels.
const PAD: f64 = 16.0;
/// How much of a stage a picture has room for.
const VIEW: View = View { cards: 0..cards::SHOWN, with_shelf: true, listed: false, narrow: false };
/// The least and the most that a picture may be wide.
const WIDTHS: (f64, f64) = (360.0, 2400.0);

/// What is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Panels {
    /// The script.
    pub code: bool,
    /// The event loop and the cards.
    pub stage: bool,
    /// What happened.
    pub explanation: bool,
}

impl Panels {
    /// All of them.
    pub const ALL: Panels = Panels { code: true, stage: true, explanation: true };

    /// The panels of a list of names as an embedding page gives it, `code, stage`; those that a picture has no room
    /// for are passed over, and all are drawn if none is left.
    pub fn named(list: &str) -> Panels {
        let has = |name| list.split([',', ' ']).any(|other| other == name);
        let panels = Panels { code: has("code"), stage: has("stage"), explanation: has("explanation") };
        let none = Panels { code: false, stage: false, explanation: false };
        if panels == none { Panels::ALL } else { panels }
    }
}

/// How it is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Options {
    /// Its colours.
    pub theme: Theme,
    /// What is drawn.
    pub panels: Panels,
    /// How wide the picture is, in pixels.
    pub width: f64,
}

/// A moment of a run, ready to be drawn.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    script: &'a str,
    stage: StagePicture,
    code: CodePicture,
    explanation: Explanation,
}

impl Scene<'_> {
    /// The moment after event `cursor` of the run of `script`; beyond the last event, after the last.
    pub fn of<'a>(script: &'a str, trace: &Trace, cursor: usize, detail: Detail) -> Scene<'a> {
        let cursor = cursor.min(trace.len().saturating_sub(1));
        let world = trace.seek(cursor);
        let before = if cursor == 0 { Default::default() } else { trace.seek(cursor - 1) };
        let source = Source { world: &world, tables: trace.tables(), detail };
        let order = Order::of(source);
        Scene {
            script,
            stage: loopglass_picture::stage(source, &order, &VIEW),
            code: loopglass_picture::code(source, &order, script, trace.event(cursor).as_ref()),
            explanation: loopglass_picture::explain(source, trace, &before, cursor, None),
        }
    }

    /// The picture, as the text of an SVG file.
    pub fn svg(&self, options: Options) -> String {
        let width = options.width.clamp(WIDTHS.0, WIDTHS.1);
        let mut canvas = Canvas::new(options.theme);
        let inner = width - 2.0 * PAD;
        let mut bottom = PAD;
        match (options.panels.code, options.panels.stage) {
            (true, true) if width >= 620.0 => {
                let left = ((inner - PAD) * 0.46).round();
                let code = code::draw(&mut canvas, self.script, &self.code, (PAD, PAD, left));
                let place = (PAD + left + PAD, PAD, inner - left - PAD);
                let stage = stage::draw(&mut canvas, &self.stage, place);
                bottom = code.max(stage);
            }
            (code, stage) => {
                if code {
                    bottom = code::draw(&mut canvas, self.script, &self.code, (PAD, bottom, inner));
                }
                if stage {
                    let top = bottom + if code { PAD } else { 0.0 };
                    bottom = stage::draw(&mut canvas, &self.stage, (PAD, top, inner));
                }
            }
        }
        if options.panels.explanation {
            let top = bottom + if bottom > PAD { PAD } else { 0.0 };
            bottom = explanation::draw(&mut canvas, &self.explanation, (PAD, top, inner));
        }
        let facts = stage::facts(&self.stage);
        let said = explanation::plain(&self.explanation);
        canvas.finish(width, bottom + PAD, &format!("A moment of a run: {facts}"), &said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use loopglass_trace::samples;

    const SCRIPT: &str = "import asyncio\n\nasync def main():\n    x = '<b>&amp;\u{1}</b>'\n";

    fn pictures(options: Options) -> Vec<String> {
        let mut trace = samples::article();
        trace.catch_up();
        let scene = |cursor| Scene::of(SCRIPT, &trace, cursor, Detail::Essentials).svg(options);
        (0..trace.len() + 3).map(scene).collect()
    }

    #[test]
    fn every_moment_is_a_picture_that_holds_text_as_text() {
        for theme in [Theme::Light, Theme::Dark] {
            for svg in pictures(Options { theme, panels: Panels::ALL, width: 960.0 }) {
                assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
                assert!(svg.contains(r#" xml:space="preserve">"#));
                assert!(!svg.contains("<b>") && !svg.contains('\u{1}') && !svg.contains("NaN"));
                assert_eq!(svg.matches("<g").count(), svg.matches("</g>").count());
                assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
            }
        }
    }

    #[test]
    fn what_is_on_the_stage_is_in_the_picture() {
        let all = pictures(Options { theme: Theme::Light, panels: Panels::named("stage"), width: 500.0 });
        assert!(all.iter().any(|svg| svg.contains("triple_task.step") && svg.contains("Event loop")));
        assert!(all.iter().all(|svg| !svg.contains("&lt;b&gt;")));
    }

    #[test]
    fn panels_without_a_place_in_a_picture_are_passed_over() {
        assert_eq!(Panels::named("timeline, console"), Panels::ALL);
        assert_eq!(Panels::named("code,transport"), Panels { code: true, stage: false, explanation: false });
    }
}
