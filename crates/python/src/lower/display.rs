//! A readable listing of a code object, for tests and for people.

use std::fmt::Write;

use crate::code::{Code, FunctionParts, Op};

use super::step::target;

/// Lists a code object and those made in it.
pub fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    list(code, &mut text);
    text
}

fn list(code: &Code, text: &mut String) {
    let slots: Vec<String> = code.slots.iter().map(|name| format!(" {name}")).collect();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{} ({:?}) slots:{}", code.qualname, code.kind, slots.concat());
    let mut targets: Vec<u32> = code.ops.iter().filter_map(|op| target(*op)).collect();
    targets.extend(code.handlers.iter().map(|handler| handler.target));
    for (at, op) in code.ops.iter().enumerate() {
        let mark = if targets.contains(&(at as u32)) { ">" } else { " " };
        let _ = writeln!(text, "{mark}{at:4} {}", show(code, *op));
    }
    for handler in &code.handlers {
        let _ = writeln!(
            text,
            "  {}..{} -> {} depth {}",
            handler.start, handler.end, handler.target, handler.depth
        );
    }
    for child in &code.children {
        text.push('\n');
        list(child, text);
    }
}

fn show(code: &Code, op: Op) -> String {
    let slot = |slot: u32| code.slots.get(slot as usize).map_or("?".to_owned(), |name| name.to_string());
    let name = |name: u32| code.names.get(name as usize).map_or("?".to_owned(), |name| name.to_string());
    match op {
        Op::LoadConst(place) => match code.constants.get(place as usize) {
            Some(value) => format!("LoadConst {value:?}"),
            None => "LoadConst ?".to_owned(),
        },
        Op::LoadFast(at) => format!("LoadFast {}", slot(at)),
        Op::StoreFast(at) => format!("StoreFast {}", slot(at)),
        Op::DeleteFast(at) => format!("DeleteFast {}", slot(at)),
        Op::ClearFast(at) => format!("ClearFast {}", slot(at)),
        Op::MakeCell(at) => format!("MakeCell {}", slot(at)),
        Op::LoadDeref(at) => format!("LoadDeref {}", slot(at)),
        Op::StoreDeref(at) => format!("StoreDeref {}", slot(at)),
        Op::DeleteDeref(at) => format!("DeleteDeref {}", slot(at)),
        Op::LoadClosure(at) => format!("LoadClosure {}", slot(at)),
        Op::LoadClassDeref(at) => format!("LoadClassDeref {}", slot(at)),
        Op::LoadFromDictOrDeref(at) => format!("LoadFromDictOrDeref {}", slot(at)),
        Op::LoadGlobal(at) => format!("LoadGlobal {}", name(at)),
        Op::StoreGlobal(at) => format!("StoreGlobal {}", name(at)),
        Op::DeleteGlobal(at) => format!("DeleteGlobal {}", name(at)),
        Op::LoadName(at) => format!("LoadName {}", name(at)),
        Op::StoreName(at) => format!("StoreName {}", name(at)),
        Op::DeleteName(at) => format!("DeleteName {}", name(at)),
        Op::LoadFromDictOrGlobals(at) => format!("LoadFromDictOrGlobals {}", name(at)),
        Op::LoadAttr(at) => format!("LoadAttr {}", name(at)),
        Op::LoadMethod(at) => format!("LoadMethod {}", name(at)),
        Op::StoreAttr(at) => format!("StoreAttr {}", name(at)),
        Op::DeleteAttr(at) => format!("DeleteAttr {}", name(at)),
        Op::ImportName(at) => format!("ImportName {}", name(at)),
        Op::ImportFrom(at) => format!("ImportFrom {}", name(at)),
        Op::CallKeywords { count, names } => {
            let names = code.keywords.get(usize::from(names));
            let names: Vec<String> = names.into_iter().flatten().map(|name| name.to_string()).collect();
            format!("CallKeywords {count} {}", names.join(" "))
        }
        Op::MakeFunction { parts, code: at } => {
            let child = code.children.get(usize::from(at));
            let child = child.map_or("?".to_owned(), |child| child.qualname.to_string());
            format!("MakeFunction {child}{}", parts_text(parts))
        }
        other => format!("{other:?}").replace(['(', ')'], " ").trim_end().to_owned(),
    }
}

fn parts_text(parts: FunctionParts) -> String {
    let known = [
        (FunctionParts::DEFAULTS, "defaults"),
        (FunctionParts::KEYWORD_DEFAULTS, "keyword-defaults"),
        (FunctionParts::ANNOTATE, "annotate"),
        (FunctionParts::CLOSURE, "closure"),
    ];
    known.iter().filter(|(part, _)| parts.has(*part)).map(|(_, name)| format!(" {name}")).collect()
}
