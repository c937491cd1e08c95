//! What tasks and futures are called: the name that the script gave, the variable that was meant, else a number.

use loopglass_executor::{Session, Settings};

/// The labels of all futures of a run, by number, as they are when the last line has run.
fn labels(source: &str) -> Vec<String> {
    let mut session = Session::new(source, Settings::default()).expect("the script can be read");
    session.run();
    let trace = session.trace();
    let world = trace.latest();
    world.futures.iter().map(|(id, _)| world.label(id, trace.tables())).collect()
}

/// A program whose `main` has this body, and a coroutine function `work`.
fn program(body: &str) -> String {
    let body: String = body.lines().map(|line| format!("    {}\n", line.trim_start_matches('|'))).collect();
    format!(
        "import asyncio\n\nasync def work(n=0):\n    await asyncio.sleep(n)\n    return n\n\nasync def main():\n{body}\n\
         asyncio.run(main())\n"
    )
}

/// The labels of the tasks that `main` makes: without its own, and those that shut the loop down.
fn made(body: &str) -> Vec<String> {
    let all = labels(&program(body));
    all[1..all.len() - 2].to_vec()
}

#[test]
fn a_task_is_called_by_the_variable_that_it_is_assigned_to() {
    assert_eq!(
        made("one = asyncio.create_task(work(1))\ntwo = asyncio.create_task(work())\nawait one"),
        ["one", "two"]
    );
}

#[test]
fn a_name_that_the_script_gave_comes_first() {
    assert_eq!(made("one = asyncio.create_task(work(), name='fetch')\nawait one"), ["fetch"]);
    assert_eq!(made("one = asyncio.create_task(work())\none.set_name('fetch')\nawait one"), ["fetch"]);
    assert_eq!(made("one = asyncio.create_task(work(), name='Task-x')\nawait one"), ["Task-x"]);
}

#[test]
fn a_variable_that_moves_on_names_nobody() {
    let body = "tasks = []\nfor n in range(3):\n|    task = asyncio.create_task(work(n))\n|    tasks.append(task)\nawait tasks[2]";
    assert_eq!(made(body), ["Task-2", "Task-3", "Task-4"]);
}

#[test]
fn parameters_and_variables_of_later_loops_name_no_task() {
    let body = "tasks = [asyncio.create_task(work()) for _ in range(2)]\n\
                for task in tasks:\n|    task.add_done_callback(lambda done: done.result())\n\
                def show(shown):\n|    return shown\nshow(tasks[0])\nshow(tasks[1])\n\
                for late in asyncio.as_completed(tasks):\n|    await late\n\
                done, _ = await asyncio.wait(tasks)\nfor each in done:\n|    each.result()";
    assert_eq!(made(body), ["Task-2", "Task-3"]);
}
