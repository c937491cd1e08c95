//! Collecting names from the patterns of `match`.

use ruff_python_ast::Pattern;

use crate::parse::SyntaxFailure;

use super::declare::Collector;

impl Collector<'_> {
    pub fn pattern(&mut self, pattern: &Pattern) -> Result<(), SyntaxFailure> {
        match pattern {
            Pattern::MatchValue(node) => self.expression(&node.value),
            Pattern::MatchSingleton(_) => Ok(()),
            Pattern::MatchSequence(node) => self.patterns(&node.patterns),
            Pattern::MatchMapping(node) => {
                self.expressions(&node.keys)?;
                self.patterns(&node.patterns)?;
                node.rest.as_ref().map_or(Ok(()), |name| self.bind(name))
            }
            Pattern::MatchClass(node) => {
                self.expression(&node.cls)?;
                self.patterns(&node.arguments.patterns)?;
                node.arguments.keywords.iter().try_for_each(|keyword| self.pattern(&keyword.pattern))
            }
            Pattern::MatchStar(node) => node.name.as_ref().map_or(Ok(()), |name| self.bind(name)),
            Pattern::MatchAs(node) => {
                if let Some(inner) = &node.pattern {
                    self.pattern(inner)?;
                }
                node.name.as_ref().map_or(Ok(()), |name| self.bind(name))
            }
            Pattern::MatchOr(node) => self.patterns(&node.patterns),
        }
    }

    fn patterns(&mut self, patterns: &[Pattern]) -> Result<(), SyntaxFailure> {
        patterns.iter().try_for_each(|pattern| self.pattern(pattern))
    }
}
