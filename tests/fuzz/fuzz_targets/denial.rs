//! Whatever is pasted as a denial, all that is read of it stands where it is said to stand.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use ramplay_denial::{explain, read, sentence};
use ramplay_fuzz::assert_inside;
use ramplay_policy::{PolicySet, Principal, Request};
use ramplay_text::Lang;

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else { return Corpus::Reject };
    let found = read(text);
    assert!(read(text) == found, "{text:?} was read in two ways");
    assert!(!found.denials.is_empty() || !found.problems.is_empty(), "nothing is said of {text:?}");
    for problem in &found.problems {
        assert_inside(problem.span, text, problem);
        for lang in Lang::ALL {
            assert!(!sentence::problem(&problem.kind, lang).is_empty(), "{problem:?} has no words");
            assert!(!sentence::help(&problem.kind, lang).is_empty(), "{problem:?} has no help");
        }
    }
    let base = Request::new(Principal::ram_user("1", "alice"), "", "*");
    for denial in &found.denials {
        let written = [
            &denial.resource,
            &denial.principal_type,
            &denial.owner_id,
            &denial.display_name,
            &denial.policy_type,
        ];
        let written = written.into_iter().flatten().chain([&denial.action]);
        let more = denial.circumstances.iter().flat_map(|one| one.values.iter().chain([&one.key]));
        for one in written.chain(more) {
            assert_inside(one.span, text, one);
            assert_eq!(one.span.of(text), one.text, "{one:?} of {text:?}");
        }
        let Some(request) = denial.request(&base) else { panic!("{denial:?} with a resource is no request") };
        // Without a policy nothing compares values, so that none can be of another type.
        let explained = explain(&PolicySet::default(), denial, &request);
        assert!(explained.is_ok(), "{denial:?} cannot be explained");
    }
    Corpus::Keep
});
