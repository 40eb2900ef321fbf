//! Rego by regorus, in its virtual machine, the faster one of its two ways to evaluate.

use std::hint::black_box;
use std::sync::Arc;

use regorus::languages::rego::compiler::Compiler;
use regorus::rvm::RegoVM;
use regorus::{Engine, Value};

use super::{Row, must};
use crate::Result;
use crate::timing::{micros, once};
use crate::workload::{Workload, rego};

pub fn measure(workload: &Workload) -> Result<Vec<Row>> {
    // Room for every pattern, or they are compiled again and again.
    regorus::cache::configure(regorus::cache::Config { regex: 0, glob: 1 << 12 });
    let text = rego(&workload.statements()?);
    let asked = || input(&workload.action, &workload.resource);
    let rule = |rule: &'static str, answers, explains| -> Result<Row> {
        let mut vm = machine(&text, rule)?;
        workload.check(|action, resource| {
            vm.set_input(input(action, resource)?);
            Ok(match vm.execute()? {
                Value::Bool(allowed) => allowed,
                matched => matched.as_set().is_ok_and(|matched| !matched.is_empty()),
            })
        })?;
        let asked_once = asked()?;
        let prepared = micros(|| {
            vm.set_input(asked_once.clone());
            vm.execute()
        });
        let text = workload.time_text(|| -> Result<Value> {
            let mut vm = machine(black_box(&text), rule)?;
            vm.set_input(asked()?);
            Ok(vm.execute()?)
        });
        Ok(Row { answers, explains, prepared, text })
    };
    Ok(vec![
        rule("data.ramplay.allow", "boolean", false)?,
        rule("data.ramplay.matched", "numbers of matching rules", true)?,
    ])
}

fn machine(policy: &str, rule: &str) -> Result<RegoVM> {
    let mut engine = Engine::new();
    engine.add_policy("policy.rego".to_owned(), policy.to_owned())?;
    let compiled = engine.compile_with_entrypoint(&Arc::from(rule))?;
    let mut vm = RegoVM::new();
    // A bound on what a policy may cost, which a thousand statements exceed.
    vm.set_max_instructions(usize::MAX);
    vm.load_program(Compiler::compile_from_policy(&compiled, &[rule])?);
    Ok(vm)
}

fn input(action: &str, resource: &str) -> Result<Value> {
    let mut input = Value::new_object();
    let object = input.as_object_mut()?;
    object.insert("action".into(), action.into());
    object.insert("resource".into(), resource.into());
    Ok(input)
}

pub fn hostile(pattern: &str, text: &str) -> Result<f64> {
    let rule = "data.ramplay.allow";
    let mut vm = machine("package ramplay\nallow if glob.match(input.action, null, input.resource)\n", rule)?;
    // Once before, as the pattern is compiled then.
    vm.set_input(input(pattern, "")?);
    vm.execute()?;
    vm.set_input(input(pattern, text)?);
    let (answer, micros) = once(|| vm.execute());
    must(!matches!(answer?, Value::Bool(true)), "the pattern matches")?;
    Ok(micros)
}
