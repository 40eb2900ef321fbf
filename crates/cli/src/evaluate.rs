//! `ramplay evaluate`: cases in, answers out, in order, on all cores, in bounded memory.
//!
//! One thread cuts the input into pieces of whole lines, workers answer them, and one thread writes the answers
//! in the order of the pieces. At most [`PIECES_AHEAD`] pieces per worker are on their way.

mod pieces;

use std::io::{self, BufWriter, Write as _};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use ramplay_case::{Case, Detail, Expected, Readings, answer, error_line};
use ramplay_text::Lang;

use self::pieces::{Line, Piece, pieces};
use crate::Done;
use crate::args::EvaluateArgs;
use crate::files;
use crate::io_error::Failure;

/// How many pieces per worker wait to be answered or written.
const PIECES_AHEAD: usize = 4;

/// What becomes of each line.
#[derive(Clone, Copy)]
struct Task {
    detail: Detail,
    lang: Lang,
    /// Only cases that do not turn out as expected are written.
    test: bool,
}

/// The answers of a piece, and how many lines of it went wrong.
struct Answers {
    text: Vec<u8>,
    wrong: u64,
    tested: u64,
}

/// A piece on its way to a worker, and where its answers go.
type Job = (Piece, SyncSender<Answers>);

pub(crate) fn run(args: &EvaluateArgs) -> Done {
    let task = Task {
        detail: if args.explain { Detail::Full } else { Detail::Brief },
        lang: args.lang.into(),
        test: args.test,
    };
    let input = files::open(&args.file)?;
    let cores = || thread::available_parallelism().map_or(1, usize::from);
    let workers = if args.threads == 0 { cores() } else { args.threads };
    let ahead = workers * PIECES_AHEAD;
    let (jobs, waiting) = sync_channel::<Job>(ahead);
    let (promised, promises) = sync_channel::<Receiver<Answers>>(ahead);
    let waiting = Arc::new(Mutex::new(waiting));

    thread::scope(|scope| {
        let reading = scope.spawn(move || -> io::Result<()> {
            for piece in pieces(input) {
                let (to, answers) = sync_channel(1);
                // Either end hangs up only when the writer has failed; its error is the one to tell.
                if promised.send(answers).is_err() || jobs.send((piece?, to)).is_err() {
                    break;
                }
            }
            Ok(())
        });
        for _ in 0..workers {
            let waiting = Arc::clone(&waiting);
            scope.spawn(move || work(&waiting, task));
        }
        drop(waiting);
        let written = write(&promises, task.test);
        // Lets the reader stop if the writer did.
        drop(promises);
        if let Ok(Err(cause)) = reading.join() {
            return Err(Failure::reading(&files::name(&args.file), cause));
        }
        written
    })
}

/// Answers pieces until there are no more.
fn work(waiting: &Mutex<Receiver<Job>>, task: Task) {
    let mut readings = Readings::default();
    loop {
        let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((piece, to)) = job else { return };
        // Nobody waits for it when the writer has failed.
        let _ = to.send(answer_piece(&piece, task, &mut readings));
    }
}

fn answer_piece(piece: &Piece, task: Task, readings: &mut Readings) -> Answers {
    let mut answers = Answers { text: Vec::with_capacity(piece.len()), wrong: 0, tested: 0 };
    for (number, line) in piece.lines() {
        let case = match line {
            Line::TooLong(limit) => {
                let message = format!("a line of more than {limit} bytes");
                answers.add_error(&error_line(number, "line-too-long", &message, None));
                continue;
            }
            Line::Text(text) => serde_json::from_slice::<Case>(text),
        };
        match case {
            Err(error) => {
                let message = plain_message(&error);
                answers.add_error(&error_line(number, "bad-case", &message, Some(error.column())));
            }
            Ok(case) => answers.add(&case, number, task, readings),
        }
    }
    answers
}

impl Answers {
    fn add_error(&mut self, line: &str) {
        self.wrong += 1;
        self.add_line(line);
    }

    fn add_line(&mut self, line: &str) {
        self.text.extend_from_slice(line.as_bytes());
        self.text.push(b'\n');
    }

    fn add(&mut self, case: &Case, number: u64, task: Task, readings: &mut Readings) {
        let written = answer(case, &readings.prepare(&case.policies), task.detail, task.lang);
        if !task.test {
            self.wrong += u64::from(written.code == Expected::Error.code());
            self.add_line(&written.line);
            return;
        }
        // Where sources contradict each other, no answer can be tested.
        let Some(expected) = case.expected.filter(|_| !case.contested) else { return };
        self.tested += 1;
        if written.code != expected.code() {
            let wrong =
                Mismatch { line: number, expected: expected.code(), why: &case.why, answer: &written.line };
            self.add_error(&wrong.to_json());
        }
    }
}

/// A case that does not turn out as expected.
struct Mismatch<'a> {
    line: u64,
    expected: &'static str,
    why: &'a str,
    /// The answer, as JSON.
    answer: &'a str,
}

impl Mismatch<'_> {
    fn to_json(&self) -> String {
        let Mismatch { line, expected, why, answer } = self;
        let why = serde_json::Value::from(*why);
        format!(r#"{{"line":{line},"expected":"{expected}","why":{why},"answer":{answer}}}"#)
    }
}

/// The message without the place, which stands apart.
fn plain_message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&place).unwrap_or(&message).to_owned()
}

/// Writes answers in order, and says at the end how the run went.
fn write(promises: &Receiver<Receiver<Answers>>, test: bool) -> Done {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let (mut wrong, mut tested) = (0_u64, 0_u64);
    for promise in promises {
        // A worker ends without an answer only if it panicked, which no input can make it do.
        let Ok(answers) = promise.recv() else { continue };
        out.write_all(&answers.text).map_err(Failure::writing)?;
        wrong += answers.wrong;
        tested += answers.tested;
    }
    out.flush().map_err(Failure::writing)?;
    if test {
        anstream::eprintln!("{tested} cases tested, {wrong} otherwise than expected");
    } else if wrong > 0 {
        anstream::eprintln!("{wrong} lines have no decision");
    }
    Ok(wrong == 0)
}
