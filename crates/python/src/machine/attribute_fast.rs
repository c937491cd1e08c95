//! Attributes that are read and written without any call. Each function answers at once or not at all; an instruction
//! remembers where it found a name, for objects of the same class whose attributes have the same shape.

use std::cell::Cell;
use std::rc::Rc;

use crate::builtins::members::member;
use crate::class::Class;
use crate::code::Hint;
use crate::dict::Dict;
use crate::machine::Machine;
use crate::machine::attribute::{Binding, binding_of};
use crate::shape;
use crate::symbol::Sym;
use crate::value::Value;

/// Tells the shape that a hint of a method is about from that of an attribute's.
const METHOD: u32 = 1 << 30;

/// Has an instruction remember that what it found at a place of an object's own dict is there in all dicts of the
/// shape, whose objects are of the class.
fn learn(hint: &Cell<Hint>, class: &Class, dict: &Dict) {
    if shape::is_shared(dict.shape()) {
        hint.set(Hint { class: class.tag(), shape: dict.shape(), place: hint.get().place });
    }
}

impl Machine {
    /// Reads an attribute, where that needs no call.
    #[inline]
    pub(crate) fn attribute_fast(&self, object: &Value, name: Sym, hint: &Cell<Hint>) -> Option<Value> {
        if let Value::Instance(instance) = object
            && let Some(dict) = instance.dict_if_any()
            && let Hint { class, shape, place } = hint.get()
            && shape == dict.shape()
            && class == instance.class.tag()
        {
            return Some(dict.value_at(place as usize));
        }
        self.attribute_at_once(object, name, hint)
    }

    fn attribute_at_once(&self, object: &Value, name: Sym, hint: &Cell<Hint>) -> Option<Value> {
        match object {
            Value::Instance(instance) => {
                let class = &instance.class;
                if class.has_getattribute() {
                    return None;
                }
                let in_class = class.lookup(name);
                let binding = in_class.as_ref().map(binding_of);
                if matches!(binding, Some(Binding::Getter | Binding::Property | Binding::Descriptor(_))) {
                    let slot = in_class.as_ref().and_then(member)?;
                    return instance.slot(slot.name);
                }
                if let Some(dict) = instance.dict_if_any() {
                    let place = hint.get().place as usize;
                    let found = match dict.get_hinted(name, place) {
                        Some(value) => Some(value),
                        None => dict.find_name(name).map(|place| {
                            hint.set(Hint { place: place as u32, ..Hint::default() });
                            dict.value_at(place)
                        }),
                    };
                    if found.is_some() {
                        learn(hint, class, dict);
                    }
                    if found.is_some() {
                        return found;
                    }
                }
                match (in_class, binding) {
                    (Some(value), Some(Binding::Plain)) => Some(value),
                    (Some(value), Some(Binding::Method)) => Some(self.bind(&value, object)),
                    (_, Some(Binding::Static(function))) => Some(function),
                    (_, Some(Binding::ClassMethod(function))) => {
                        Some(self.bind(&function, &Value::Class(Rc::clone(class))))
                    }
                    _ => None,
                }
            }
            Value::Class(class) => self.class_attribute_fast(class, name),
            Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Generator(_) => None,
            _ => {
                let class = self.types.of(object);
                let value = class.lookup(name)?;
                match binding_of(&value) {
                    Binding::Method => Some(self.bind(&value, object)),
                    Binding::ClassMethod(function) => Some(self.bind(&function, &Value::Class(class))),
                    Binding::Static(function) => Some(function),
                    Binding::Plain => Some(value),
                    _ => None,
                }
            }
        }
    }

    fn class_attribute_fast(&self, class: &Rc<Class>, name: Sym) -> Option<Value> {
        let meta = class.metaclass().unwrap_or(&self.types.type_);
        if meta.has_getattribute() {
            return None;
        }
        if let Some(value) = meta.lookup(name)
            && matches!(binding_of(&value), Binding::Getter | Binding::Property | Binding::Descriptor(true))
        {
            return None;
        }
        let value = class.lookup(name)?;
        match binding_of(&value) {
            Binding::Plain | Binding::Method | Binding::Getter | Binding::Property => Some(value),
            Binding::Static(function) => Some(function),
            Binding::ClassMethod(function) => Some(self.bind(&function, &Value::Class(class.clone()))),
            Binding::Descriptor(_) => None,
        }
    }

    /// The function that a method call finds on the object's class, to be called with the object itself.
    #[inline]
    pub(crate) fn method_fast(&self, object: &Value, name: Sym, hint: &Cell<Hint>) -> Option<Value> {
        if let Value::Instance(instance) = object
            && let Hint { class, shape, place } = hint.get()
            && shape == METHOD ^ instance.dict_if_any().map_or(shape::EMPTY, |dict| dict.shape())
            && class == instance.class.tag()
        {
            return instance.class.at_place(name, (place >> 24) as u8, place & 0xff_ffff);
        }
        let found = self.method_at_once(object, name)?;
        if let Value::Instance(instance) = object
            && let shape = instance.dict_if_any().map_or(shape::EMPTY, |dict| dict.shape())
            && shape::is_shared(shape)
            && let Some((owner, entry @ 0..0x100_0000)) = instance.class.place_of(name)
        {
            let (class, place) = (instance.class.tag(), u32::from(owner) << 24 | entry);
            hint.set(Hint { class, shape: shape ^ METHOD, place });
        }
        Some(found)
    }

    /// As [`Machine::method_fast`], without a hint.
    pub(crate) fn method_at_once(&self, object: &Value, name: Sym) -> Option<Value> {
        let found = match object {
            Value::Instance(instance) => {
                if instance.class.has_getattribute() {
                    return None;
                }
                let found = instance.class.lookup(name)?;
                if !matches!(binding_of(&found), Binding::Method) {
                    return None;
                }
                if instance.dict_if_any().is_some_and(|dict| dict.find_name(name).is_some()) {
                    return None;
                }
                return Some(found);
            }
            Value::Class(_) | Value::Function(_) => return None,
            _ => self.types.of(object).lookup(name)?,
        };
        matches!(binding_of(&found), Binding::Method).then_some(found)
    }

    /// Writes an attribute, where that needs no call; else gives the value back.
    #[inline]
    pub(crate) fn store_attribute_fast(
        &self,
        object: &Value,
        name: Sym,
        value: Value,
        hint: &Cell<Hint>,
    ) -> Result<(), Value> {
        if let Value::Instance(instance) = object
            && let Some(dict) = instance.dict_if_any()
            && let Hint { class, shape, place } = hint.get()
            && shape == dict.shape()
            && class == instance.class.tag()
        {
            drop(dict.replace_at(place as usize, value));
            return Ok(());
        }
        self.store_attribute_at_once(object, name, value, hint)
    }

    fn store_attribute_at_once(
        &self,
        object: &Value,
        name: Sym,
        value: Value,
        hint: &Cell<Hint>,
    ) -> Result<(), Value> {
        let Value::Instance(instance) = object else { return Err(value) };
        let class = &instance.class;
        if class.has_setattr() {
            return Err(value);
        }
        let in_class = class.lookup(name);
        if let Some(slot) = in_class.as_ref().and_then(member) {
            drop(instance.set_slot(slot.name, value));
            return Ok(());
        }
        if !class.has_dict {
            return Err(value);
        }
        if let Some(in_class) = in_class
            && matches!(
                binding_of(&in_class),
                Binding::Getter | Binding::Property | Binding::Descriptor(true)
            )
        {
            return Err(value);
        }
        let dict = instance.dict();
        match dict.set_hinted(name, hint.get().place as usize, value) {
            Ok(old) => {
                learn(hint, class, dict);
                drop(old);
            }
            Err(value) => {
                let (place, old) = dict.set(name, value);
                hint.set(Hint { place: place as u32, ..Hint::default() });
                learn(hint, class, dict);
                drop(old);
            }
        }
        Ok(())
    }
}
