//! The ladder of the article's program is the article's control-flow analysis.

use super::Detail;
use crate::samples::article;
use crate::trace::Trace;

pub(super) fn rendered(trace: &Trace, detail: Detail) -> String {
    let mut text = String::new();
    for row in trace.ladder(detail).rows() {
        text += &"  ".repeat(row.depth.into());
        text += &row.text(trace.tables());
        text.push('\n');
    }
    text
}

const ARTICLE: &str = "\
program
  event-loop
    main_task.step
      main()
        triple_task.__await__
      main()
    main_task.step
  event-loop
    triple_task.step
      triple()
    triple_task.step
  event-loop
    main_task.step
      triple_task.__await__
        main()
    main_task.step
  event-loop
";

#[test]
fn the_article_has_its_seventeen_rows() {
    assert_eq!(rendered(&article(), Detail::Essentials), ARTICLE);
}

#[test]
fn exact_names_the_wakeup() {
    let rows = ARTICLE.lines().enumerate().map(|(row, text)| match row {
        12 | 15 => text.replace("step", "wakeup") + "\n",
        _ => text.to_owned() + "\n",
    });
    assert_eq!(rendered(&article(), Detail::Exact), rows.collect::<String>());
}
