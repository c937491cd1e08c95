//! Asks the linker to leave its relocations in the WebAssembly: `web/split.mjs` needs them to tell what the page
//! can do without the executor.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
