// The division of the page's WebAssembly in two (`web/split.mjs`), with a small program in place of the page: what the
// linker makes of it is divided, and both parts are run.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { addTo } from "../../web/js/parts.mjs";
import { parts } from "../../web/split.mjs";

/** A text that only what lies behind a gate needs, and one that the page needs, too. */
const LATE = "words of the second part";
const EARLY = "words of the first part";

/** What `begin` does with its number, in a program that has all gates; `WORK` is called from there alone. */
const program = (work) => `
#![no_std]
#![allow(dead_code, reason = "not all of it is wanted each time")]
use core::sync::atomic::{AtomicU32, Ordering};

#[link(wasm_import_module = "page")]
unsafe extern "C" { fn tell(number: u32); }

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! { core::arch::wasm32::unreachable() }

static CALLS: AtomicU32 = AtomicU32::new(7);
/// What to do with which text, so that data refers to functions and to other data.
type Task = (fn(&[u8]) -> u32, &'static [u8]);
static EARLY: Task = (sum, b"${EARLY}");
static LATE: Task = (twice, b"${LATE}");

#[inline(never)]
fn sum(text: &[u8]) -> u32 {
    CALLS.fetch_add(1, Ordering::Relaxed);
    text.iter().map(|byte| u32::from(*byte)).sum()
}

fn twice(text: &[u8]) -> u32 { 2 * sum(text) }

fn done(task: &'static Task) -> u32 {
    let (how, text) = core::hint::black_box(task);
    how(text)
}

#[inline(never)]
fn work(number: u32) -> u32 { ${work} }

pub mod driver { pub mod executor {
    #[inline(never)]
    pub fn begin(number: u32) -> u32 { crate::work(number) }
} }
pub mod export {
    #[inline(never)]
    pub fn perfetto(number: u32) -> u32 { crate::work(number) ^ 1 }
    #[inline(never)]
    pub fn json_lines(number: u32) -> u32 { crate::work(number) ^ 2 }
}

#[unsafe(no_mangle)]
pub extern "C" fn show(number: u32) -> u32 { unsafe { tell(number) }; done(&EARLY) }
#[unsafe(no_mangle)]
pub extern "C" fn run(number: u32) -> u32 { driver::executor::begin(number) }
#[unsafe(no_mangle)]
pub extern "C" fn save(number: u32) -> u32 { export::perfetto(number) + export::json_lines(number) }
#[unsafe(no_mangle)]
pub extern "C" fn calls() -> u32 { CALLS.load(Ordering::Relaxed) }
`;

/** What the work is: it shares a function and a counter with the page, and has a function and a text of its own. */
const WORK = "done(&LATE) + number";

const folder = mkdtempSync(join(tmpdir(), "loopglass-split-"));
after(() => rmSync(folder, { recursive: true }));

/** The program as the linker leaves it; without wasm-bindgen that is also what is to be divided. */
function linked(work) {
  const [source, module] = [join(folder, "page.rs"), join(folder, "page.wasm")];
  writeFileSync(source, program(work));
  const target = ["--target", "wasm32-unknown-unknown", "--edition", "2024", "--crate-type", "cdylib"];
  const settings = ["-Copt-level=1", "-Cpanic=abort", "-Clink-arg=--emit-relocs"];
  execFileSync("rustc", [...target, ...settings, "-o", module, source], { stdio: ["ignore", "inherit", "inherit"] });
  return new Uint8Array(readFileSync(module));
}

const sum = (text) => [...text].reduce((total, letter) => total + letter.charCodeAt(0), 0);
const holds = (bytes, text) => Buffer.from(bytes).includes(text);
/** What becomes of the page when it calls what is not there. */
const TRAP = WebAssembly.RuntimeError;

test("the first part works alone, and both together as the whole", async () => {
  const whole = linked(WORK);
  const [first, second] = parts(whole, whole);
  const told = [];
  const page = { tell: (number) => told.push(number) };
  const { instance } = await WebAssembly.instantiate(first, { page });
  const { show, run, save, calls } = instance.exports;

  assert.equal(show(3), sum(EARLY));
  assert.deepEqual(told, [3]);
  assert.equal(calls(), 8);
  assert.throws(() => run(5), TRAP);
  assert.throws(() => save(5), TRAP);

  await addTo(instance.exports, (imports) => WebAssembly.instantiate(second, { ...imports, page }));
  assert.equal(run(5), 2 * sum(LATE) + 5);
  // The counter is one for both.
  assert.equal(calls(), 9);
  assert.equal(save(5), ((2 * sum(LATE) + 5) ^ 1) + ((2 * sum(LATE) + 5) ^ 2));
  assert.equal(show(4), sum(EARLY));
  assert.equal(calls(), 12);
});

test("a text is in the part that needs it", () => {
  const whole = linked(WORK);
  const [first, second] = parts(whole, whole);
  assert.deepEqual([holds(first, EARLY), holds(first, LATE)], [true, false]);
  assert.deepEqual([holds(second, EARLY), holds(second, LATE)], [false, true]);
});

test("what lies behind a gate may call the browser only where the page does, too", () => {
  const whole = linked("unsafe { tell(number) }; number");
  assert.throws(() => parts(whole, whole), /the executor calls the browser: .*work/);
});

test("a module without a gate, or of another build, is refused", () => {
  const whole = linked(WORK);
  const renamed = (from, to) => {
    const text = Buffer.from(whole).toString("latin1").replaceAll(from, to);
    return new Uint8Array(Buffer.from(text, "latin1"));
  };
  assert.throws(() => parts(renamed("8perfetto", "8perfetta"), whole), /0 functions look like the gate/);
  assert.throws(() => parts(whole, renamed("8perfetto", "8perfetta")), /are both of one build/);
});
