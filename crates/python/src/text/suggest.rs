//! Which name a misspelt one may have meant: the edit distance and the limits behind CPython's
//! "Did you mean: '…'?". The caller lists the candidates in CPython's order (locals, globals, builtins; or
//! the sorted attributes).

const MAX_CANDIDATES: usize = 750;
const MAX_LENGTH: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

/// The candidate nearest to `name`, the first if several are, if any is near enough.
pub fn nearest<'a>(name: &str, candidates: &[&'a str]) -> Option<&'a str> {
    if candidates.len() >= MAX_CANDIDATES {
        return None;
    }
    let mut best = None;
    let mut limit = usize::MAX;
    for &candidate in candidates.iter().filter(|&&candidate| candidate != name) {
        // No more than a third of the letters may need a change, and it must beat the best so far.
        let most = ((name.len() + candidate.len() + 3) * MOVE_COST / 6).min(limit);
        let found = distance(name.as_bytes(), candidate.as_bytes(), most);
        if found <= most {
            best = Some(candidate);
            match found.checked_sub(1) {
                Some(below) => limit = below,
                None => return best,
            }
        }
    }
    best
}

/// What it costs to put one letter in the place of another.
fn substitution(left: u8, right: u8) -> usize {
    if left == right {
        0
    } else if left.eq_ignore_ascii_case(&right) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

/// The Levenshtein distance in units of cost, or anything above `most` once it must be more.
fn distance(left: &[u8], right: &[u8], most: usize) -> usize {
    let prefix = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[prefix..], &right[prefix..]);
    let suffix = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (&left[..left.len() - suffix], &right[..right.len() - suffix]);
    let (short, long) = if right.len() < left.len() { (right, left) } else { (left, right) };
    if short.is_empty() {
        return long.len() * MOVE_COST;
    }
    if long.len() > MAX_LENGTH || (long.len() - short.len()) * MOVE_COST > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (1..=short.len()).map(|place| place * MOVE_COST).collect();
    let mut result = 0;
    for (number, &letter) in long.iter().enumerate() {
        let mut diagonal = number * MOVE_COST;
        result = diagonal;
        let mut least = usize::MAX;
        for (cell, &other) in row.iter_mut().zip(short) {
            let substitute = diagonal + substitution(letter, other);
            diagonal = *cell;
            result = substitute.min(result.min(diagonal) + MOVE_COST);
            *cell = result;
            least = least.min(result);
        }
        if least > most {
            return most + 1;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggestions_are_cpythons() {
        let names = [
            "append",
            "clear",
            "count",
            "index",
            "insert",
            "value",
            "Value",
            "values",
            "result",
            "results",
            "a_very_long_attribute_name_that_goes_on_and_on_and_on",
            "x",
            "xy",
            "xyz",
            "print",
            "asyncio",
            "gather",
            "create_task",
            "done",
            "add_done_callback",
            "\u{e9}",
            "\u{e9}t\u{e9}",
            "camelCase",
            "snake_case",
        ];
        for (name, expected) in [
            ("apend", Some("append")),
            ("appned", Some("append")),
            ("apnd", Some("append")),
            ("Append", Some("append")),
            ("APPEND", None),
            ("valeu", Some("value")),
            ("VALUE", Some("Value")),
            ("vlaue", Some("value")),
            ("resutl", Some("result")),
            ("x", Some("xy")),
            ("y", Some("xy")),
            ("z", None),
            ("yx", Some("x")),
            ("prnit", Some("print")),
            ("pirnt", Some("print")),
            ("gathre", Some("gather")),
            ("createtask", Some("create_task")),
            ("create_tasks", Some("create_task")),
            ("createTask", Some("create_task")),
            ("don", Some("done")),
            ("dnoe", None),
            ("add_callback", Some("add_done_callback")),
            (
                "a_very_long_attribute_name_that_goes_on_and_on_and_om",
                Some("a_very_long_attribute_name_that_goes_on_and_on_and_on"),
            ),
            ("zzzzzz", None),
            ("ete", None),
            ("\u{e8}", Some("\u{e9}")),
            ("camelcase", Some("camelCase")),
            ("camel_case", Some("camelCase")),
            ("snakecase", Some("snake_case")),
            ("", None),
            ("vlu", None),
            ("cler", Some("clear")),
            ("cuont", Some("count")),
            ("idnex", Some("index")),
        ] {
            assert_eq!(nearest(name, &names), expected, "{name}");
        }
        let many = vec!["value"; 750];
        assert_eq!(nearest("valu", &many), None);
        assert_eq!(nearest("valu", &many[1..]), Some("value"));
    }
}
