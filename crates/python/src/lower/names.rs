//! From a name and what is done with it to the instruction: slots, cells, globals or namespaces.

use loopglass_trace::Span;

use crate::code::Op;
use crate::symbol::Sym;

use super::Lowerer;
use super::scope::{Home, ScopeKind, mangle};

/// What is done with a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Access {
    /// It is read.
    Load,
    /// It is bound.
    Store,
    /// It is unbound.
    Delete,
}

/// Where a name was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Fast(u32),
    Cell(u32),
    Global { explicit: bool },
    Name,
}

impl Lowerer<'_> {
    /// Emits the use of a name.
    pub(super) fn name(&mut self, at: Span, name: Sym, access: Access) {
        let name = mangle(self.unit().private, name);
        let place = self.locate(name);
        let scope = self.unit().scope;
        let sees_class = self.scopes.scopes[scope].sees_class;
        let op = match (place, access) {
            (Place::Fast(slot), Access::Load) => Op::LoadFast(slot),
            (Place::Fast(slot), Access::Store) => Op::StoreFast(slot),
            (Place::Fast(slot), Access::Delete) => Op::DeleteFast(slot),
            (Place::Cell(slot), Access::Load) => self.load_cell(at, slot, sees_class),
            (Place::Cell(slot), Access::Store) => Op::StoreDeref(slot),
            (Place::Cell(slot), Access::Delete) => Op::DeleteDeref(slot),
            (Place::Global { explicit: false }, Access::Load) if sees_class => {
                self.load_class_dict(at);
                Op::LoadFromDictOrGlobals(self.unit().name_index(name))
            }
            (Place::Global { .. }, Access::Load) => Op::LoadGlobal(self.unit().name_index(name)),
            (Place::Global { .. }, Access::Store) => Op::StoreGlobal(self.unit().name_index(name)),
            (Place::Global { .. }, Access::Delete) => Op::DeleteGlobal(self.unit().name_index(name)),
            (Place::Name, Access::Load) => Op::LoadName(self.unit().name_index(name)),
            (Place::Name, Access::Store) => Op::StoreName(self.unit().name_index(name)),
            (Place::Name, Access::Delete) => Op::DeleteName(self.unit().name_index(name)),
        };
        self.op(at, op);
    }

    fn load_cell(&mut self, at: Span, slot: u32, sees_class: bool) -> Op {
        let in_class = self.scope_kind() == ScopeKind::Class && self.unit().inlined.is_empty();
        if in_class {
            Op::LoadClassDeref(slot)
        } else if sees_class {
            self.load_class_dict(at);
            Op::LoadFromDictOrDeref(slot)
        } else {
            Op::LoadDeref(slot)
        }
    }

    /// Loads the namespace of the class around an annotation scope.
    fn load_class_dict(&mut self, at: Span) {
        if let Some(slot) = self.unit().slot_of.get(&Sym::new("__classdict__")).copied() {
            self.op(at, Op::LoadDeref(slot));
        }
    }

    fn locate(&mut self, name: Sym) -> Place {
        let kind = self.scope_kind();
        for at in (0..self.unit().inlined.len()).rev() {
            let inlined = &self.units[self.units.len() - 1].inlined[at];
            let Some(symbol) = self.scopes.symbol(inlined.scope, name) else { continue };
            let slot = inlined.slots.get(&name).copied();
            match (symbol.home, slot) {
                (Home::Local, Some(slot)) => return Place::Fast(slot),
                (Home::Cell, Some(slot)) => return Place::Cell(slot),
                (Home::GlobalExplicit, _) => return Place::Global { explicit: true },
                (Home::GlobalImplicit, _) if kind == ScopeKind::Module => return Place::Name,
                (Home::GlobalImplicit, _) => return Place::Global { explicit: false },
                _ => {}
            }
        }
        let inside_comprehension = !self.unit().inlined.is_empty();
        let scope = self.unit().scope;
        let home = self.scopes.symbol(scope, name).map_or(Home::GlobalImplicit, |symbol| symbol.home);
        let slot = self.unit().slot_of.get(&name).copied();
        match home {
            Home::Cell | Home::Free => match slot {
                Some(slot) => Place::Cell(slot),
                None => Place::Name,
            },
            Home::Local if kind.is_function_like() => Place::Fast(self.unit().local(name)),
            Home::Local => match slot {
                Some(slot) if inside_comprehension => Place::Cell(slot),
                _ => Place::Name,
            },
            Home::GlobalExplicit => Place::Global { explicit: true },
            Home::GlobalImplicit if kind.is_function_like() => Place::Global { explicit: false },
            Home::GlobalImplicit => Place::Name,
        }
    }

    /// The slot whose cell an inner scope captures under this name.
    pub(super) fn closure_slot(&mut self, name: Sym) -> Option<u32> {
        let unit = &self.units[self.units.len() - 1];
        for inlined in unit.inlined.iter().rev() {
            if let Some(symbol) = self.scopes.symbol(inlined.scope, name)
                && symbol.home == Home::Cell
            {
                return inlined.slots.get(&name).copied();
            }
        }
        unit.slot_of.get(&name).copied()
    }
}
