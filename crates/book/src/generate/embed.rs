//! Examples of the gallery as live playgrounds, with the answer in them for readers without JavaScript.

use ramplay_gallery::{Example, TEXT, read};
use ramplay_link::{Options, encode};
use ramplay_playground::State;
use ramplay_report::{Embed, Show, Theme, embed};
use ramplay_text::Lang;

use crate::Error;
use crate::html::escape;

/// `EXAMPLE SHOW… [zh]`: the element that shows the example.
pub(super) fn example(words: &[&str]) -> Result<String, Error> {
    let (id, rest) =
        words.split_first().ok_or_else(|| Error::new("embed", &"name an example of the gallery"))?;
    let lang = if rest.contains(&"zh") { Lang::Zh } else { Lang::En };
    let show: Vec<&str> = rest.iter().copied().filter(|word| *word != "zh").collect();
    let gallery = read(TEXT).map_err(|error| Error::new("the gallery", &error))?;
    let example = gallery.example(id).ok_or_else(|| Error::new(id, &"there is no such example"))?;
    element(example, &show, lang)
}

fn element(example: &Example, words: &[&str], lang: Lang) -> Result<String, Error> {
    let problem = |problem: &str| Error::new(format!("embed {}", example.id), &problem);
    let link = encode(&example.scenario, Options::default()).map_err(|error| problem(error.code()))?;
    let state = State::new(Some(&example.scenario.to_json()), lang);
    let show: Option<Vec<Show>> =
        words.iter().map(|word| Show::of_code(word).filter(|show| show.exists(&state))).collect();
    let show = show.ok_or_else(|| problem("there is no such part"))?;
    let tag = embed(
        &state,
        &Embed {
            fragment: &link.fragment,
            title: example.title.get(lang),
            // The page brings the script along.
            page: "",
            show: &show,
            theme: Theme::System,
            height: None,
            readonly: false,
        },
    );
    let notice = escape(example.notice.get(lang));
    Ok(format!("<figure class=\"live\">\n<figcaption>{notice}</figcaption>\n{tag}</figure>\n"))
}
