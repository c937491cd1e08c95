//! Where the checkout is, and what its lock file says.

use std::path::{Path, PathBuf};

use crate::problem::{Problem, Result};

/// The checkout that the command works on.
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The checkout that this program was built from: Cargo says where this crate lies when it runs it.
    pub fn find() -> Result<Self> {
        let from_cargo = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let here = from_cargo.or_else(|| std::env::current_dir().ok()).unwrap_or_default();
        let root = here.ancestors().find(|folder| folder.join("Trunk.toml").is_file());
        match root {
            Some(root) => Ok(Self { root: root.to_owned() }),
            None => Err(Problem::Missing {
                what: format!("A checkout of Loopglass around {}", here.display()),
                help: "Run `cargo xtask` inside one.".to_owned(),
            }),
        }
    }

    /// The top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path below the top folder.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The text of a file below the top folder.
    pub fn read(&self, relative: &str) -> Result<String> {
        let path = self.path(relative);
        std::fs::read_to_string(&path).map_err(|source| Problem::File { path, source })
    }

    /// The version of a package in `Cargo.lock`.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let lock = self.read("Cargo.lock")?;
        version_in(&lock, package).map(str::to_owned).ok_or_else(|| Problem::Malformed {
            path: self.path("Cargo.lock"),
            what: format!("holds no package `{package}`"),
        })
    }
}

/// The version that follows `name = "package"` in the text of a `Cargo.lock`.
fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn finds_a_locked_version() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "a"), Some("0.2.130"));
        assert_eq!(version_in(lock, "b"), None);
    }
}
