//! `cargo xtask`: set-up, serve, build, test, bench, oracle, tidy.

fn main() {
    println!("xtask: no command is built in yet");
}
