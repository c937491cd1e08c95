//! The page's own scripts, bundled from `web/js`: reached through the one object `loopglass` that `boot.mjs`
//! makes. Where it is missing, or a script could not be loaded, the page goes on without what it is for.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// A member of the object `loopglass`.
pub fn member(name: &str) -> Option<JsValue> {
    let bridge = Reflect::get(&js_sys::global(), &"loopglass".into()).ok()?;
    value(&bridge, name)
}

/// A property that is there.
pub fn value(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

/// A property that is a text.
pub fn text(object: &JsValue, name: &str) -> Option<String> {
    value(object, name)?.as_string()
}

/// Calls a method.
pub fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &name.into())?.dyn_into()?;
    method.apply(object, &arguments.iter().collect::<Array>())
}

/// An object with these properties.
pub fn object<'a>(properties: impl IntoIterator<Item = (&'a str, JsValue)>) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // Fails for frozen objects only, and this one is new.
        let _ = Reflect::set(&object, &name.into(), &value);
    }
    object.into()
}

/// A list.
pub fn list(values: impl IntoIterator<Item = JsValue>) -> JsValue {
    values.into_iter().collect::<Array>().into()
}

/// A function that scripts may call with one value, as long as it lives.
pub fn listener(listen: impl Fn(JsValue) + 'static) -> Closure<dyn Fn(JsValue)> {
    Closure::new(listen)
}
