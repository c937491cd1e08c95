//! What the panels call. Made once, so that a panel whose pictures have not changed is not drawn anew.

use super::{App, Msg, busy};
use crate::panels::File;
use crate::state::{Command, View};
use loopglass_trace::FutureId;
use std::ops::Range;
use yew::prelude::*;

/// One of each.
pub(super) struct Calls {
    /// Where commands go.
    pub command: Callback<Command>,
    /// The text was edited.
    pub edit: Callback<String>,
    /// The text is to be run.
    pub run: Callback<()>,
    /// The run is to stop.
    pub stop: Callback<()>,
    /// These lines have breakpoints now.
    pub breakpoints: Callback<Vec<u32>>,
    /// Tables are to stand for the stage, or no longer.
    pub table: Callback<bool>,
    /// The pointer is at this task, or at none.
    pub point: Callback<Option<FutureId>>,
    /// The editor is there, or cannot be.
    pub editor_ready: Callback<()>,
    /// Something else of the stage is in view.
    pub view: Callback<View>,
    /// Something on the stage begins to move.
    pub motion: Callback<()>,
    /// Other lanes are in view.
    pub lanes: Callback<Range<usize>>,
    /// Other rows of the ladder are in view.
    pub rungs: Callback<Range<usize>>,
    /// The console is to show so many writes.
    pub writes: Callback<usize>,
    /// The snippets that embed this moment are to be shown.
    pub embed: Callback<()>,
    /// The link is to be copied.
    pub copy: Callback<()>,
    /// Something is to be saved.
    pub save: Callback<File>,
}

impl Calls {
    pub fn of(ctx: &Context<App>) -> Calls {
        let link = ctx.link();
        let command = link.callback(|command| busy(Msg::Do(command)));
        Calls {
            edit: command.reform(Command::Edit),
            run: command.reform(|()| Command::Run),
            stop: command.reform(|()| Command::StopRun),
            breakpoints: command.reform(Command::Breakpoints),
            table: command.reform(Command::Table),
            point: link.callback(Msg::Point),
            editor_ready: link.callback(|()| Msg::EditorReady),
            view: link.callback(Msg::View),
            motion: link.callback(|()| Msg::Moving),
            lanes: link.callback(Msg::Lanes),
            rungs: link.callback(Msg::Rungs),
            writes: link.callback(Msg::Writes),
            embed: link.callback(|()| Msg::Embed),
            copy: link.callback(|()| Msg::Copy),
            save: link.callback(Msg::Save),
            command,
        }
    }
}
