//! The `loopglass` command: runs a script and prints its output, its trace, its loop log or its control flow.

fn main() {
    println!("loopglass: no command is built in yet");
}
