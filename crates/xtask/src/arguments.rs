//! The command line, read piece by piece: flags may stand anywhere, and what nobody asked for is an error.

use crate::problem::{Problem, Result};

/// The arguments that no one has taken yet.
pub struct Arguments(Vec<String>);

impl Arguments {
    /// Those after the name of the program.
    pub fn of_process() -> Self {
        Self(std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect())
    }

    /// Takes `--name`, and says whether it was there.
    pub fn flag(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|argument| argument != name);
        self.0.len() < before
    }

    /// Takes `--name VALUE` or `--name=VALUE`.
    pub fn option(&mut self, name: &str) -> Result<Option<String>> {
        let Some(at) = self.0.iter().position(|argument| {
            argument.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        }) else {
            return Ok(None);
        };
        let argument = self.0.remove(at);
        if let Some((_, value)) = argument.split_once('=') {
            return Ok(Some(value.to_owned()));
        }
        if at < self.0.len() {
            return Ok(Some(self.0.remove(at)));
        }
        Err(Problem::Usage(format!("`{name}` needs a value.")))
    }

    /// Takes the first argument that is not an option.
    pub fn word(&mut self) -> Option<String> {
        let at = self.0.iter().position(|argument| !argument.starts_with('-'))?;
        Some(self.0.remove(at))
    }

    /// Takes every argument that is not an option.
    pub fn words(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.word()).collect()
    }

    /// Nothing may be left.
    pub fn finish(self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some(argument) => Err(Problem::Usage(format!("`{argument}` is not understood here."))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn arguments(text: &str) -> Arguments {
        Arguments(text.split_whitespace().map(str::to_owned).collect())
    }

    #[test]
    fn takes_flags_options_and_words_in_any_order() {
        let mut given = arguments("serve --dev --port 9000 extra --name=x=y");
        assert_eq!(given.word().as_deref(), Some("serve"));
        assert_eq!(given.option("--port").ok().flatten().as_deref(), Some("9000"));
        assert_eq!(given.option("--name").ok().flatten().as_deref(), Some("x=y"));
        assert!(given.flag("--dev"));
        assert!(!given.flag("--dev"));
        assert_eq!(given.words(), ["extra"]);
        assert!(given.finish().is_ok());
    }

    #[test]
    fn an_option_needs_a_value_and_leftovers_are_errors() {
        assert!(arguments("--port").option("--port").is_err());
        assert!(arguments("--porter 1").option("--port").is_ok_and(|port| port.is_none()));
        assert!(arguments("--what").finish().is_err());
    }
}
