//! `datetime` on the virtual clock. The arithmetic and the texts are in `text`; these files are the classes
//! around them: what arguments they take, what they give and what they say of what does not fit.

mod clock;
mod data;
mod date;
pub(crate) use date::warn_of_days_without_year;
mod delta;
mod moment;
mod zone;

use std::rc::Rc;

use crate::dict::Dict;
use crate::machine::Machine;
use crate::value::Value;

/// Fills the module's names.
pub fn fill(machine: &mut Machine, dict: &Rc<Dict>) {
    let kinds = data::kinds(machine);
    let fresh = kinds.classes.get().is_none();
    let classes = kinds.classes.get_or_init(|| data::Classes::define(machine));
    if fresh {
        delta::fill(&classes.delta);
        zone::fill(&classes.info, &classes.zone);
        classes.zone.dict.set_str("utc", classes.utc.clone());
        date::fill(machine, &classes.date);
        clock::fill(machine, &classes.time);
        moment::fill(machine, &classes.moment);
    }
    for (name, class) in [
        ("date", &classes.date),
        ("datetime", &classes.moment),
        ("time", &classes.time),
        ("timedelta", &classes.delta),
        ("timezone", &classes.zone),
        ("tzinfo", &classes.info),
    ] {
        dict.set_str(name, Value::Class(class.clone()));
    }
    dict.set_str("MINYEAR", Value::Int(1));
    dict.set_str("MAXYEAR", Value::Int(9999));
    dict.set_str("UTC", classes.utc.clone());
    let all = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"];
    dict.set_str("__all__", Value::tuple(all.into_iter().map(Value::str).collect()));
}
