//! The collector of cycles (`gc.collect()`, and what CPython does as the interpreter shuts down). References
//! between objects are taken off their counts: what nothing else holds is garbage. Looked at are all *watched*
//! objects and what they lead to: generators, futures, instances of classes in Python, functions with a closure,
//! targets of weak references. A cycle without any of these is not found; nobody can see that. Finalizers run first,
//! in order of creation, and then the cycles are taken apart.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::{Rc, Weak};

use crate::class::{Class, Instance, Layout};
use crate::error::PyResult;
use crate::frame::{Frame, NativeFrame, Outcome};
use crate::function::{Function, Method};
use crate::generator::Generator;
use crate::graveyard::Grave;
use crate::machine::{Flow, Machine};
use crate::modules::weakref::{lead_nowhere, take_callback};
use crate::set::Set;
use crate::traverse::{Node, References};
use crate::value::Value;

/// An object that cycles go through, or whose end can be seen.
pub enum Watched {
    /// An instance.
    Instance(Weak<Instance>),
    /// A generator or coroutine.
    Generator(Weak<Generator>),
    /// A function with a closure, or with a weak reference to it.
    Function(Weak<Function>),
    /// A class with a weak reference to it.
    Class(Weak<Class>),
    /// A set with a weak reference to it.
    Set(Weak<Set>),
    /// A bound method with a weak reference to it.
    Method(Weak<Method>),
}

impl Watched {
    /// The object, if it is alive.
    pub fn get(&self) -> Option<Value> {
        match self {
            Watched::Instance(weak) => weak.upgrade().map(Value::Instance),
            Watched::Generator(weak) => weak.upgrade().map(Value::Generator),
            Watched::Function(weak) => weak.upgrade().map(Value::Function),
            Watched::Class(weak) => weak.upgrade().map(Value::Class),
            Watched::Set(weak) => weak.upgrade().map(Value::Set),
            Watched::Method(weak) => weak.upgrade().map(Value::Method),
        }
    }

    /// A weak reference to a value, if one can be made.
    pub fn of(value: &Value) -> Option<Watched> {
        Some(match value {
            Value::Instance(instance) => Watched::Instance(Rc::downgrade(instance)),
            Value::Generator(generator) => Watched::Generator(Rc::downgrade(generator)),
            Value::Function(function) => Watched::Function(Rc::downgrade(function)),
            Value::Class(class) => Watched::Class(Rc::downgrade(class)),
            Value::Set(set) => Watched::Set(Rc::downgrade(set)),
            Value::Method(method) => Watched::Method(Rc::downgrade(method)),
            _ => return None,
        })
    }

    /// Whether its end would be seen.
    fn wants_finalizer(&self) -> bool {
        match self.get() {
            Some(Value::Instance(instance)) => instance.wants_finalizer(),
            Some(Value::Generator(generator)) => generator.wants_finalizer(),
            _ => false,
        }
    }

    /// Its address.
    pub(crate) fn address(&self) -> *const () {
        match self {
            Watched::Instance(weak) => weak.as_ptr().cast(),
            Watched::Generator(weak) => weak.as_ptr().cast(),
            Watched::Function(weak) => weak.as_ptr().cast(),
            Watched::Class(weak) => weak.as_ptr().cast(),
            Watched::Set(weak) => weak.as_ptr().cast(),
            Watched::Method(weak) => weak.as_ptr().cast(),
        }
    }

    /// Whether it is still alive.
    pub(crate) fn is_alive(&self) -> bool {
        match self {
            Watched::Instance(weak) => weak.strong_count() > 0,
            Watched::Generator(weak) => weak.strong_count() > 0,
            Watched::Function(weak) => weak.strong_count() > 0,
            Watched::Class(weak) => weak.strong_count() > 0,
            Watched::Set(weak) => weak.strong_count() > 0,
            Watched::Method(weak) => weak.strong_count() > 0,
        }
    }
}

/// The objects that some objects lead to.
#[derive(Default)]
struct Graph {
    nodes: Vec<Node>,
    place_of: BTreeMap<usize, usize>,
    /// References to each node from nodes.
    inner: Vec<usize>,
    /// The nodes that each node leads to.
    leads_to: Vec<Vec<usize>>,
}

impl Graph {
    fn of(roots: impl Iterator<Item = Value>) -> Graph {
        let mut graph = Graph::default();
        for root in roots {
            graph.enter(Node::Value(root));
        }
        let mut next = 0;
        while next < graph.nodes.len() {
            let mut references = References::default();
            graph.nodes[next].traverse(&mut references);
            let places: Vec<usize> = references.found.into_iter().map(|node| graph.enter(node)).collect();
            for place in &places {
                graph.inner[*place] += 1;
            }
            graph.leads_to.push(places);
            next += 1;
        }
        graph
    }

    fn enter(&mut self, node: Node) -> usize {
        let next = self.nodes.len();
        let place = *self.place_of.entry(node.address()).or_insert(next);
        if place == next {
            self.nodes.push(node);
            self.inner.push(0);
        }
        place
    }

    /// For each node, whether only nodes that are garbage themselves lead to it.
    fn garbage(&self) -> Vec<bool> {
        let mut garbage = vec![true; self.nodes.len()];
        let mut reached: Vec<usize> = Vec::new();
        for (place, node) in self.nodes.iter().enumerate() {
            // The graph's own reference is one.
            if node.references() > self.inner[place] + 1 {
                garbage[place] = false;
                reached.push(place);
            }
        }
        while let Some(place) = reached.pop() {
            for next in &self.leads_to[place] {
                if std::mem::replace(&mut garbage[*next], false) {
                    reached.push(*next);
                }
            }
        }
        garbage
    }
}

/// The dicts of instances among nodes, and whose they are: attributes are a part of their instance.
fn dicts_of_instances(nodes: &[Node]) -> BTreeMap<usize, usize> {
    let dict_of = |(place, node): (usize, &Node)| match node {
        Node::Value(Value::Instance(instance)) if instance.class.layout != Layout::Native("module") => {
            instance.dict_if_any().map(|dict| (Rc::as_ptr(dict) as usize, place))
        }
        _ => None,
    };
    nodes.iter().enumerate().filter_map(dict_of).collect()
}

/// The garbage among watched objects and what they lead to.
fn find_garbage(watched: &[Watched]) -> Vec<Node> {
    let graph = Graph::of(watched.iter().filter_map(Watched::get));
    let garbage = graph.garbage();
    graph.nodes.into_iter().zip(garbage).filter(|(_, garbage)| *garbage).map(|(node, _)| node).collect()
}

/// The order in which CPython's collector leaves the watched objects that live: one that is found to be reached
/// only by a later one comes after all others, in the order of being found.
fn order_of_survivors(graph: &Graph, garbage: &[bool], watched: &[usize]) -> Vec<usize> {
    let is_watched: BTreeSet<usize> = watched.iter().copied().collect();
    let held = |place: usize| graph.nodes[place].references() > graph.inner[place] + 1;
    let mut reached = vec![false; graph.nodes.len()];
    // What is not watched was there before, as modules are, or is part of what holds it.
    let mark = |from: usize, reached: &mut Vec<bool>| {
        let (mut found, mut stack) = (Vec::new(), vec![from]);
        while let Some(place) = stack.pop() {
            for next in graph.leads_to[place].iter().rev().copied() {
                if !std::mem::replace(&mut reached[next], true) {
                    if is_watched.contains(&next) { found.push(next) } else { stack.push(next) }
                }
            }
        }
        found
    };
    for place in (0..graph.nodes.len()).filter(|place| !is_watched.contains(place)) {
        if held(place) && !std::mem::replace(&mut reached[place], true) {
            mark(place, &mut reached);
        }
    }
    let mut order = Vec::new();
    let mut passed_over: BTreeSet<usize> = BTreeSet::new();
    let mut queue: VecDeque<usize> = watched.iter().copied().filter(|place| !garbage[*place]).collect();
    while let Some(place) = queue.pop_front() {
        if !reached[place] && !held(place) {
            passed_over.insert(place);
            continue;
        }
        reached[place] = true;
        order.push(place);
        for found in mark(place, &mut reached) {
            if passed_over.remove(&found) {
                queue.push_back(found);
            }
        }
    }
    order
}

/// How many objects CPython would count: attributes are part of their instance there, a closure is a tuple.
fn count_objects(graph: &Graph, garbage_at: &[bool]) -> usize {
    let garbage =
        || graph.nodes.iter().zip(garbage_at).filter(|(_, garbage)| **garbage).map(|(node, _)| node);
    let attributes: BTreeSet<usize> = dicts_of_instances(&graph.nodes)
        .into_iter()
        .filter(|(_, place)| garbage_at[*place])
        .map(|(dict, _)| dict)
        .collect();
    let is_empty = |node: &Node| matches!(node, Node::Value(Value::Tuple(items)) if items.is_empty());
    let counts = |node: &&Node| {
        matches!(node, Node::Value(_)) && !is_empty(node) && !attributes.contains(&node.address())
    };
    let has_closure = |node: &&Node| matches!(node, Node::Value(Value::Function(f)) if !f.closure.is_empty());
    garbage().filter(counts).count() + garbage().filter(has_closure).count()
}

/// A collection under way: what it found is finalized one by one, then what is garbage still is cleared.
struct Collection {
    to_finalize: VecDeque<Watched>,
    found: Vec<Watched>,
    count: usize,
}

impl NativeFrame for Collection {
    fn resume(mut self: Box<Self>, machine: &mut Machine, _outcome: Outcome) -> PyResult<Flow> {
        while let Some(next) = self.to_finalize.pop_front() {
            if let Some(grave) = next.get().and_then(|object| grave_of(&object)) {
                self.found.push(next);
                machine.push_native(self);
                machine.set_outcome(Outcome::Value(Value::None));
                machine.graveyard.bury(grave);
                return Ok(Flow::Pushed);
            }
            self.found.push(next);
        }
        let garbage = find_garbage(&self.found);
        garbage.iter().for_each(Node::clear);
        drop(garbage);
        // What a finalizer gave to someone goes on, and is looked at again.
        self.found.retain(Watched::is_alive);
        machine.graveyard.watch_again(self.found);
        Ok(Flow::Value(Value::Int(self.count as i64)))
    }
}

/// What the machine must attend to before this garbage may go, if anything; only once.
fn grave_of(object: &Value) -> Option<Grave> {
    match object {
        Value::Generator(generator) if generator.begin_finalizer() => {
            Some(Grave::Generator(generator.clone()))
        }
        Value::Instance(instance) if instance.begin_finalizer() => Some(Grave::Instance(instance.clone())),
        _ => None,
    }
}

impl Machine {
    /// The objects that hold one of these, but for the tuple that they come in: what an instance's attributes hold, the
    /// instance holds, and what the frame of a generator that runs holds, the generator. A function's frame is no object.
    pub(crate) fn referrers(&self, objects: &[Value], given: &Value) -> Vec<Value> {
        let mut roots = self.graveyard.watched();
        roots.push(Value::Dict(self.main.clone()));
        roots.push(Value::Dict(self.modules.loaded.clone()));
        let mut running = Vec::new();
        for frame in &self.frames {
            let Frame::Script(frame) = frame else { continue };
            if !frame.is_shown() && frame.generator.is_none() {
                continue;
            }
            let mut held = References::default();
            held.frame(frame);
            let values = held.found.into_iter().filter_map(|node| match node {
                Node::Value(value) => Some(value),
                Node::Other(_) => None,
            });
            let values: Vec<Value> = values.collect();
            if let Some(generator) = &frame.generator {
                roots.push(Value::Generator(generator.clone()));
                running.push((Rc::as_ptr(generator) as usize, values.clone()));
            }
            roots.extend(values);
        }
        // What is asked about lies on the stack of the frame that asks.
        let asking = self.script_caller().and_then(|frame| frame.generator.clone());
        let graph = Graph::of(roots.into_iter());
        let wanted: BTreeSet<usize> = objects.iter().filter_map(Value::address).collect();
        let is_wanted = |place: usize| wanted.contains(&graph.nodes[place].address());
        let instances = dicts_of_instances(&graph.nodes);
        let mut holders: BTreeSet<usize> = BTreeSet::new();
        for (place, leads_to) in graph.leads_to.iter().enumerate() {
            if !leads_to.iter().any(|next| is_wanted(*next)) {
                continue;
            }
            match &graph.nodes[place] {
                Node::Value(value) if value.is(given) => {}
                Node::Value(_) => {
                    let address = graph.nodes[place].address();
                    holders.insert(instances.get(&address).copied().unwrap_or(place));
                }
                // What is no value is a part of those that share it.
                Node::Other(_) => holders.extend((0..graph.nodes.len()).filter(|holder| {
                    matches!(&graph.nodes[*holder], Node::Value(_))
                        && graph.leads_to[*holder].contains(&place)
                })),
            }
        }
        for (generator, values) in &running {
            let asks = asking.as_ref().is_some_and(|asking| Rc::as_ptr(asking) as usize == *generator);
            if (asks || values.iter().filter_map(Value::address).any(|address| wanted.contains(&address)))
                && let Some(place) = graph.place_of.get(generator)
            {
                holders.insert(*place);
            }
        }
        let value = |place: usize| match &graph.nodes[place] {
            Node::Value(value) => Some(value.clone()),
            Node::Other(_) => None,
        };
        holders.into_iter().filter_map(value).collect()
    }

    /// Collects cycles: pushes what does it, which gives the number of objects found.
    pub fn collect_cycles(&mut self) -> Flow {
        let watched = self.graveyard.take_watched();
        if self.is_shutting_down() && !watched.iter().any(Watched::wants_finalizer) {
            return Flow::Value(Value::None);
        }
        let graph = Graph::of(watched.iter().filter_map(Watched::get));
        let garbage = graph.garbage();
        // By place in the graph; what is watched twice is kept once.
        let mut by_place: BTreeMap<usize, Watched> = BTreeMap::new();
        let mut places = Vec::new();
        for object in watched {
            let address = object.get().and_then(|object| object.address());
            let place = address.and_then(|address| graph.place_of.get(&address).copied());
            if let Some(place) = place
                && let std::collections::btree_map::Entry::Vacant(entry) = by_place.entry(place)
            {
                entry.insert(object);
                places.push(place);
            }
        }
        let survivors = order_of_survivors(&graph, &garbage, &places);
        let count = count_objects(&graph, &garbage);
        // A weak reference that is garbage itself tells nobody of the end of what it refers to.
        for (node, _) in graph.nodes.iter().zip(&garbage).filter(|(_, garbage)| **garbage) {
            if let Node::Value(Value::Instance(instance)) = node {
                let _callback = take_callback(instance);
            }
        }
        for (node, _) in graph.nodes.iter().zip(&garbage).filter(|(_, garbage)| **garbage) {
            if let Node::Value(object) = node {
                lead_nowhere(self, object);
            }
        }
        let take = |places: Vec<usize>, from: &mut BTreeMap<usize, Watched>| -> Vec<Watched> {
            places.iter().filter_map(|place| from.remove(place)).collect()
        };
        let found = take(places.into_iter().filter(|place| garbage[*place]).collect(), &mut by_place);
        let kept = take(survivors, &mut by_place);
        drop(graph);
        self.graveyard.watch_again(kept);
        self.push_native(Box::new(Collection { to_finalize: found.into(), found: Vec::new(), count }));
        self.set_outcome(Outcome::Value(Value::None));
        Flow::Pushed
    }
}
