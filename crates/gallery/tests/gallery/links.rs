//! Every example fits into a link.

use ramplay_link::{Options, decode, encode};

use super::GALLERY;

#[test]
fn every_example_is_a_link_that_opens() {
    let mut lengths = Vec::new();
    for example in GALLERY.examples() {
        let link = encode(&example.scenario, Options::default());
        let link = link.unwrap_or_else(|error| panic!("{}: {error}", example.id));
        println!("{:5} {}", link.fragment.len(), example.id);
        assert_eq!(decode(&link.fragment).unwrap(), example.scenario, "{}", example.id);
        lengths.push(link.fragment.len());
    }
    lengths.sort_unstable();
    println!("{:5} median, {:?} longest", lengths[lengths.len() / 2], lengths.last());
}
