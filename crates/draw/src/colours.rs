//! The colours of a picture. They are those of the page: its style sheet is read, so that there is one palette.

use std::collections::BTreeMap;

use loopglass_picture::Hue;

const SHEET: &str = include_str!("../../../web/styles/tokens.css");

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Theme {
    /// On paper.
    Light,
    /// On a dark screen.
    Dark,
}

impl Theme {
    /// The theme of that name.
    pub fn named(name: &str) -> Option<Theme> {
        match name {
            "light" => Some(Theme::Light),
            "dark" => Some(Theme::Dark),
            _ => None,
        }
    }
}

/// The colours of a theme, by the names they have in the style sheet.
pub struct Colours {
    by_name: BTreeMap<&'static str, &'static str>,
}

impl Colours {
    /// Those of a theme.
    pub fn of(theme: Theme) -> Colours {
        let mut by_name = BTreeMap::new();
        let blocks = SHEET.split('}');
        for block in blocks {
            let Some((head, body)) = block.rsplit_once('{') else { continue };
            let dark = head.contains("[data-theme=\"dark\"]");
            if !head.contains(":root") || (dark && theme == Theme::Light) {
                continue;
            }
            for line in body.split(';') {
                if let Some((name, value)) = line.split_once(':')
                    && let Some(name) = name.trim().strip_prefix("--")
                    && value.trim().starts_with('#')
                {
                    by_name.insert(name, value.trim());
                }
            }
        }
        Colours { by_name }
    }

    /// A colour by its name in the style sheet.
    pub fn named(&self, name: &str) -> &'static str {
        self.by_name.get(name).copied().unwrap_or("currentColor")
    }

    /// The colour of a task.
    pub fn hue(&self, hue: Hue) -> &'static str {
        self.named(&format!("hue-{}", hue.number()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_have_every_colour() {
        let (light, dark) = (Colours::of(Theme::Light), Colours::of(Theme::Dark));
        let names =
            "sheet wash ink soft faint line edge now now-line keyword name number string bad hue-0 hue-8";
        for name in names.split(' ') {
            assert!(light.named(name).starts_with('#'), "{name}");
            assert!(dark.named(name) != light.named(name), "{name}");
        }
    }
}
