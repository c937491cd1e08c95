//! The order of the names in `builtins`: where several are equally near to a misspelt name, the first is suggested.

use crate::dict::Dict;
use crate::symbol::Sym;

/// The functions and classes that are no exceptions, as CPython enters them.
const ORDER: &str = "abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format \
    getattr globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord \
    pow print repr round setattr sorted sum vars None Ellipsis NotImplemented False True bool memoryview bytearray \
    bytes classmethod complex dict enumerate filter float frozenset property int list map object range reversed set \
    slice staticmethod str super tuple type zip";

/// Brings the names in that order; all others stay behind them as they are.
pub fn arrange(builtins: &Dict) {
    for name in ORDER.split_whitespace().rev() {
        if let Some(place) = builtins.find_name(Sym::new(name)) {
            builtins.move_to_end(place, false);
        }
    }
}
