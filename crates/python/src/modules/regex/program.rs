//! Trees into programs: a list of small instructions for the matcher.

use super::charset::{Casing, CharSet, fold};
use super::tree::{Greed, Node, Parsed, PatternFault, Place, UNBOUNDED, flags, width};

/// What takes exactly one character.
#[derive(Clone, Debug)]
pub enum One {
    /// This character.
    Char(u32),
    /// This letter in any case: its folded form.
    Folded(u32, Casing),
    /// Anything but a newline.
    Line,
    /// Anything.
    Any,
    /// A character of a set.
    Set(Box<CharSet>),
}

impl One {
    /// Whether a character fits.
    #[inline]
    pub fn fits(&self, c: u32) -> bool {
        match self {
            One::Char(wanted) => *wanted == c,
            One::Folded(wanted, casing) => *wanted == c || fold(c, *casing) == *wanted,
            One::Line => c != '\n' as u32,
            One::Any => true,
            One::Set(set) => set.has(c),
        }
    }
}

/// The registers of a repetition: how often it went round, and where it last began.
#[derive(Clone, Copy, Debug)]
pub struct Round {
    /// The first of its two registers.
    pub register: usize,
    /// Fewest times.
    pub least: u32,
    /// Most times.
    pub most: u32,
    /// Whether it prefers to stop.
    pub lazy: bool,
    /// Where to go after it.
    pub exit: usize,
}

/// An instruction.
#[derive(Clone, Debug)]
pub enum Op {
    /// Takes one character.
    One(One),
    /// Takes one kind of character many times, greedily or lazily.
    Many {
        /// The kind.
        one: One,
        /// Fewest times.
        least: u32,
        /// Most times.
        most: u32,
        /// How it goes on.
        greed: Greed,
    },
    /// A place.
    At(Place),
    /// Notes the start (even) or end (odd) of a group.
    Mark(usize),
    /// Tries what follows, and this place if that fails.
    Split(usize),
    /// Goes on elsewhere.
    Jump(usize),
    /// Begins a repetition: its registers start anew.
    Begin(usize),
    /// Decides whether a repetition goes round again.
    Round(Round),
    /// Begins what will not be tried otherwise once it matched; a register notes how many choices there were.
    Fence(usize),
    /// Ends it.
    Cut(usize),
    /// Begins to look ahead or, that many characters, back; two registers.
    Look(usize, usize),
    /// Ends it.
    Looked(usize),
    /// Begins to look for what must not be there: registers, characters back, where to go if it is not there.
    Avoid(usize, usize, usize),
    /// It is there.
    Avoided(usize),
    /// What a group matched, once more.
    Again(u32, Casing),
    /// Goes on elsewhere if a group did not match.
    Unless(u32, usize),
    /// Never matches.
    Fail,
    /// The end.
    Match,
}

/// A compiled pattern.
pub struct Program {
    /// Its instructions.
    pub ops: Vec<Op>,
    /// Number of groups, the whole match not counted.
    pub groups: usize,
    /// Number of registers besides the groups' places.
    pub registers: usize,
    /// What the first character must be, where that is known.
    pub first: Option<One>,
}

/// How letters are compared under flags.
pub fn casing(flags: u32, is_text: bool) -> Casing {
    match flags & flags::IGNORECASE != 0 {
        false => Casing::Exact,
        true if is_text && flags & flags::ASCII == 0 => Casing::Unicode,
        true => Casing::Ascii,
    }
}

struct Compiler<'a> {
    ops: Vec<Op>,
    registers: usize,
    widths: &'a [Option<(u64, u64)>],
    is_text: bool,
}

/// How many instructions a pattern may have.
const LONGEST: usize = 1 << 20;

/// Compiles a tree.
pub fn compile(body: &[Node], groups: u32, widths: &[Option<(u64, u64)>], is_text: bool) -> Parsed<Program> {
    let mut compiler = Compiler { ops: Vec::new(), registers: 0, widths, is_text };
    compiler.sequence(body)?;
    compiler.ops.push(Op::Match);
    let first = compiler.ops.iter().find_map(|op| match op {
        Op::Mark(_) => None,
        Op::One(one) => Some(Some(one.clone())),
        Op::Many { one, least: 1.., .. } => Some(Some(one.clone())),
        _ => Some(None),
    });
    Ok(Program {
        first: first.flatten(),
        ops: compiler.ops,
        groups: groups as usize,
        registers: compiler.registers,
    })
}

impl Compiler<'_> {
    fn sequence(&mut self, nodes: &[Node]) -> Parsed<()> {
        nodes.iter().try_for_each(|node| self.node(node))
    }

    fn emit(&mut self, op: Op) -> usize {
        self.ops.push(op);
        self.ops.len() - 1
    }

    fn registers(&mut self, count: usize) -> usize {
        self.registers += count;
        self.registers - count
    }

    fn one(&self, node: &Node) -> Option<One> {
        Some(match node {
            Node::Literal(c, flags) => match casing(*flags, self.is_text) {
                Casing::Exact => One::Char(*c),
                casing => One::Folded(fold(*c, casing), casing),
            },
            Node::Any(flags) if flags & flags::DOTALL != 0 => One::Any,
            Node::Any(_) => One::Line,
            Node::Set(set) => One::Set(set.clone()),
            _ => return None,
        })
    }

    fn node(&mut self, node: &Node) -> Parsed<()> {
        if self.ops.len() > LONGEST {
            return Err(PatternFault::Value("the pattern is too large".into(), true));
        }
        if let Some(one) = self.one(node) {
            self.emit(Op::One(one));
            return Ok(());
        }
        match node {
            Node::At(place) => {
                self.emit(Op::At(*place));
            }
            Node::Group { index: None, body, .. } => self.sequence(body)?,
            Node::Group { index: Some(index), body, .. } => {
                self.emit(Op::Mark(*index as usize * 2));
                self.sequence(body)?;
                self.emit(Op::Mark(*index as usize * 2 + 1));
            }
            Node::Branch(branches) => self.branch(branches)?,
            Node::Repeat { least, most, greed, body } => self.repeat(*least, *most, *greed, body)?,
            Node::Atomic(body) => {
                let register = self.registers(1);
                self.emit(Op::Fence(register));
                self.sequence(body)?;
                self.emit(Op::Cut(register));
            }
            Node::Look { behind, negative, body } => self.look(*behind, *negative, body)?,
            Node::Backreference(group, flags) => {
                self.emit(Op::Again(*group, casing(*flags, self.is_text)));
            }
            Node::Conditional(group, yes, no) => {
                let unless = self.emit(Op::Unless(*group, 0));
                self.sequence(yes)?;
                let jump = self.emit(Op::Jump(0));
                self.ops[unless] = Op::Unless(*group, jump + 1);
                self.sequence(no)?;
                self.ops[jump] = Op::Jump(self.ops.len());
            }
            _ => {
                self.emit(Op::Fail);
            }
        }
        Ok(())
    }

    fn branch(&mut self, branches: &[Vec<Node>]) -> Parsed<()> {
        let mut jumps = Vec::new();
        for (at, branch) in branches.iter().enumerate() {
            if at + 1 == branches.len() {
                self.sequence(branch)?;
                break;
            }
            let split = self.emit(Op::Split(0));
            self.sequence(branch)?;
            jumps.push(self.emit(Op::Jump(0)));
            self.ops[split] = Op::Split(self.ops.len());
        }
        for jump in jumps {
            self.ops[jump] = Op::Jump(self.ops.len());
        }
        Ok(())
    }

    fn repeat(&mut self, least: u32, most: u32, greed: Greed, body: &[Node]) -> Parsed<()> {
        if let [node] = body
            && let Some(one) = self.one(node)
        {
            self.emit(Op::Many { one, least, most, greed });
            return Ok(());
        }
        let fence = (greed == Greed::Possessive).then(|| self.registers(1));
        if let Some(register) = fence {
            self.emit(Op::Fence(register));
        }
        if (least, most) == (0, 1) && width(body, self.widths).0 > 0 {
            self.optional(greed == Greed::Lazy, body)?;
        } else {
            let register = self.registers(2);
            self.emit(Op::Begin(register));
            let lazy = greed == Greed::Lazy;
            let top = self.emit(Op::Fail);
            self.sequence(body)?;
            self.emit(Op::Jump(top));
            let exit = self.ops.len();
            self.ops[top] = Op::Round(Round { register, least, most, lazy, exit });
        }
        if let Some(register) = fence {
            self.emit(Op::Cut(register));
        }
        Ok(())
    }

    fn optional(&mut self, lazy: bool, body: &[Node]) -> Parsed<()> {
        let split = self.emit(Op::Split(0));
        if lazy {
            // What follows comes first; the body is where the choice leads back to.
            let skip = self.emit(Op::Jump(0));
            self.ops[split] = Op::Split(self.ops.len());
            self.sequence(body)?;
            self.ops[skip] = Op::Jump(self.ops.len());
        } else {
            self.sequence(body)?;
            self.ops[split] = Op::Split(self.ops.len());
        }
        Ok(())
    }

    fn look(&mut self, behind: bool, negative: bool, body: &[Node]) -> Parsed<()> {
        let mut back = 0;
        if behind {
            let (low, high) = width(body, self.widths);
            if low != high || high >= u64::from(UNBOUNDED) {
                let message = "look-behind requires fixed-width pattern";
                return Err(PatternFault::Error(message.into(), None));
            }
            back = low as usize;
        }
        let register = self.registers(2);
        if negative {
            let avoid = self.emit(Op::Fail);
            self.sequence(body)?;
            self.emit(Op::Avoided(register));
            self.ops[avoid] = Op::Avoid(register, back, self.ops.len());
        } else {
            self.emit(Op::Look(register, back));
            self.sequence(body)?;
            self.emit(Op::Looked(register));
        }
        Ok(())
    }
}
