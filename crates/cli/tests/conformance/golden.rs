//! Reads the golden of a program: what CPython did, as `tests/conformance/oracle` wrote it. A long part is held
//! by its beginning, the number of its lines and a digest of all of it.

use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

/// What a program did on CPython.
pub struct Golden {
    pub exit: i64,
    pub stderr_last: String,
    pub stdout: Part,
    pub loop_log: Part,
    pub lines: Part,
}

/// A part of many lines, perhaps cut.
pub struct Part {
    kept: Vec<String>,
    cut: Option<Cut>,
    /// Whether the last line has no newline.
    open: bool,
}

struct Cut {
    count: usize,
    sha256: String,
}

impl Golden {
    /// Reads one, or says what is wrong with it.
    pub fn read(path: &Path) -> Result<Golden, String> {
        let text = fs::read_to_string(path).map_err(|error| format!("no golden: {error}"))?;
        let value: Value =
            serde_json::from_str(&text).map_err(|error| format!("the golden is no JSON: {error}"))?;
        Ok(Golden {
            exit: value["exit"].as_i64().ok_or("the golden has no exit status")?,
            stderr_last: value["stderr_last"].as_str().unwrap_or_default().to_owned(),
            stdout: Part::read(&value, "stdout"),
            loop_log: Part::read(&value, "loop_log"),
            lines: Part::read(&value, "lines"),
        })
    }

    /// Whether CPython executed any line: a program that does not compile has none.
    pub fn needs_lines(&self) -> bool {
        !self.lines.kept.is_empty()
    }
}

impl Part {
    fn read(golden: &Value, name: &str) -> Part {
        let kept = golden[name].as_array().into_iter().flatten();
        let cut = &golden[format!("{name}_cut")];
        Part {
            kept: kept.map(|line| line.as_str().map_or_else(|| line.to_string(), str::to_owned)).collect(),
            cut: cut["count"].as_u64().map(|count| Cut {
                count: count as usize,
                sha256: cut["sha256"].as_str().unwrap_or_default().to_owned(),
            }),
            open: golden[format!("{name}_open")].as_bool().unwrap_or_default(),
        }
    }

    /// Its lines, as far as they are held.
    pub fn kept(&self) -> &[String] {
        &self.kept
    }

    /// Where `actual` differs, in words, or `None`. Lines are compared as `normal` makes them.
    pub fn difference(&self, actual: &str, normal: fn(&str) -> String) -> Option<String> {
        let mut lines: Vec<&str> = actual.split('\n').collect();
        let open = lines.last().is_some_and(|last| !last.is_empty());
        if !open {
            lines.pop();
        }
        let count = self.cut.as_ref().map_or(self.kept.len(), |cut| cut.count);
        for (index, expected) in self.kept.iter().enumerate() {
            let line = lines.get(index).copied();
            if line.map(normal) != Some(normal(expected)) {
                let ours = line.unwrap_or("(end)");
                return Some(format!(
                    "line {} of {count}\n      CPython: {expected}\n      ours:    {ours}",
                    index + 1
                ));
            }
        }
        if lines.len() != count {
            let extra = lines.get(count).copied().unwrap_or("(end)");
            return Some(format!(
                "{} lines, CPython has {count}; the first that differs: {extra}",
                lines.len()
            ));
        }
        if open != self.open {
            return Some("the newline at the end".to_owned());
        }
        let digest = self.cut.as_ref()?.sha256 != hex(&Sha256::digest(actual.as_bytes()));
        digest.then(|| format!("some line after the first {}", self.kept.len()))
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
