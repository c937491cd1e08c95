//! What lowering makes of the main constructs, as a listing. The line events among them are held equal to CPython's
//! by `lines.rs`; these tests say what runs in between.

use loopglass_python::code::Origin;
use loopglass_python::lower::{compile, disassemble};

/// Compares the listing of a program with what is expected of it.
fn check(source: &str, expected: &str) {
    let code = compile(source, "script.py", Origin::Script).expect("the program is valid");
    let listing = disassemble(&code);
    assert_eq!(listing.trim_end(), expected.trim(), "of\n{source}");
}

#[test]
fn a_comprehension_has_slots_of_its_own() {
    check(
        "def f(x):\n    y = [x for x in x if g(lambda: x)]\n    return x\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 MakeFunction f
    2 StoreName f
    3 LoadNone
    4 Return

f (Function) slots: x x y
    0 Line 2
    1 LoadFast x
    2 GetIter
    3 MakeCell x
    4 BuildList 0
    5 Swap 2
>   6 ForIter 21
    7 StoreDeref x
    8 LoadGlobal g
    9 PushNull
   10 LoadClosure x
   11 BuildTuple 1
   12 MakeFunction f.<locals>.<lambda> closure
   13 Call 1
   14 PopJumpIfTrue 17
   15 LineAgain 2
   16 JumpBack 6
>  17 LoadDeref x
   18 ListAppend 2
   19 LineAgain 2
   20 JumpBack 6
>  21 ClearFast x
   22 StoreFast y
   23 Line 3
   24 LoadFast x
   25 Return
>  26 Swap 2
   27 Pop
   28 LineAgain 2
   29 ClearFast x
   30 Reraise false
  4..21 -> 26 depth 1

f.<locals>.<lambda> (Function) slots: x
    0 Line 2
    1 LoadDeref x
    2 Return
"#,
    );
}

#[test]
fn a_loop_over_a_call_jumps_back_to_its_line() {
    check(
        "for i in range(3):\n    print(i)\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 LoadName range
    2 PushNull
    3 LoadInt 3
    4 Call 1
    5 GetIter
>   6 Line 1
    7 ForIter 16
    8 StoreName i
    9 Line 2
   10 LoadName print
   11 PushNull
   12 LoadName i
   13 Call 1
   14 Pop
   15 JumpBack 6
>  16 Line 1
   17 LoadNone
   18 Return
"#,
    );
}

#[test]
fn handlers_unbind_their_name() {
    check(
        "try:\n    a()\nexcept E as e:\n    b(e)\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 Line 2
    2 LoadName a
    3 PushNull
    4 Call 0
    5 Pop
    6 LoadNone
    7 Return
>   8 PushExcInfo
    9 LineAgain 3
   10 LoadName E
   11 CheckExcMatch
   12 PopJumpIfFalse 30
   13 StoreName e
   14 Line 4
   15 LoadName b
   16 PushNull
   17 LoadName e
   18 Call 1
   19 Pop
   20 PopExcept
   21 LoadNone
   22 StoreName e
   23 DeleteName e
   24 LoadNone
   25 Return
>  26 LoadNone
   27 StoreName e
   28 DeleteName e
   29 Reraise true
>  30 Line 3
   31 Reraise false
>  32 Copy 2
   33 PopExcept
   34 Reraise true
  1..6 -> 8 depth 0
  8..14 -> 32 depth 1
  14..20 -> 26 depth 1
  26..32 -> 32 depth 1
"#,
    );
}

#[test]
fn a_with_calls_exit_on_every_way_out() {
    check(
        "def f():\n    with a as b:\n        return b\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 MakeFunction f
    2 StoreName f
    3 LoadNone
    4 Return

f (Function) slots: b
    0 Line 2
    1 LoadGlobal a
    2 EnterWith
    3 StoreFast b
    4 Line 3
    5 LoadFast b
    6 Line 2
    7 Swap 2
    8 PushNull
    9 LoadNone
   10 LoadNone
   11 LoadNone
   12 Call 3
   13 Pop
   14 Return
>  15 Line 2
   16 PushExcInfo
   17 WithExceptStart
   18 PopJumpIfTrue 20
   19 Reraise true
>  20 Pop
   21 PopExcept
   22 Pop
   23 LoadNone
   24 Return
>  25 Copy 2
   26 PopExcept
   27 Reraise true
  3..6 -> 15 depth 1
  15..21 -> 25 depth 2
"#,
    );
}

#[test]
fn super_and_private_names() {
    check(
        "class A:\n    def __m(self):\n        return super().__m(self.__x)\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 LoadBuildClass
    2 PushNull
    3 MakeFunction A
    4 LoadConst "A"
    5 Call 2
    6 StoreName A
    7 LoadNone
    8 Return

A (Class) slots: __class__ __classdict__
    0 MakeCell __class__
    1 MakeCell __classdict__
    2 Line 1
    3 LoadName __name__
    4 StoreName __module__
    5 LoadConst "A"
    6 StoreName __qualname__
    7 LoadInt 1
    8 StoreName __firstlineno__
    9 LoadLocals
   10 StoreDeref __classdict__
   11 Line 2
   12 LoadClosure __class__
   13 BuildTuple 1
   14 MakeFunction A.__m closure
   15 StoreName _A__m
   16 LoadConst []
   17 StoreName __static_attributes__
   18 LoadClosure __classdict__
   19 StoreName __classdictcell__
   20 LoadClosure __class__
   21 Copy 1
   22 StoreName __classcell__
   23 Return

A.__m (Function) slots: self __class__
    0 Line 3
    1 LoadGlobal super
    2 PushNull
    3 Call 0
    4 LoadMethod _A__m
    5 LoadFast self
    6 LoadAttr _A__x
    7 Call 1
    8 Return
"#,
    );
}

#[test]
fn await_is_one_instruction() {
    check(
        "async def f():\n    async for i in a:\n        await i\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 MakeFunction f
    2 StoreName f
    3 LoadNone
    4 Return

f (Coroutine) slots: i
    0 Line 2
    1 LoadGlobal a
    2 GetAsyncIter
>   3 Line 2
    4 GetAsyncNext
    5 LoadNone
    6 Await
    7 StoreFast i
    8 Line 3
    9 LoadFast i
   10 GetAwaitable Await
   11 LoadNone
   12 Await
   13 Pop
   14 JumpBack 3
>  15 EndAsyncFor
   16 Line 2
   17 LoadNone
   18 Return
  3..7 -> 15 depth 1
"#,
    );
}

#[test]
fn a_match_stores_after_the_whole_pattern() {
    check(
        "match a:\n    case [x, y]:\n        b\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 LoadName a
    2 Line 2
    3 MatchSequence
    4 PopJumpIfFalse 17
    5 GetLen
    6 LoadInt 2
    7 Compare Eq
    8 PopJumpIfFalse 17
    9 UnpackSequence 2
   10 StoreName x
   11 StoreName y
   12 Line 3
   13 LoadName b
   14 Pop
   15 LoadNone
   16 Return
>  17 Line 2
   18 Pop
   19 LoadNone
   20 Return
"#,
    );
}

#[test]
fn constants_are_folded() {
    check(
        "x = -(2 * 3), 'a' 'b', (1, None)\nif 0:\n    y\nwhile True:\n    z\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 LoadConst [-6, "ab", [1, None]]
    2 StoreName x
    3 Line 2
>   4 Line 4
    5 Line 5
    6 LoadName z
    7 Pop
    8 JumpBack 4
"#,
    );
}

#[test]
fn strings_are_formatted_in_pieces() {
    check(
        "f'{a!r:>{w}} {b=}'\n",
        r#"
<module> (Module) slots:
    0 Line 1
    1 LoadName a
    2 Convert Repr
    3 LoadConst ">"
    4 LoadName w
    5 FormatSimple
    6 BuildString 2
    7 FormatWithSpec
    8 LoadConst " b="
    9 LoadName b
   10 Convert Repr
   11 FormatSimple
   12 BuildString 3
   13 Pop
   14 LoadNone
   15 Return
"#,
    );
}
