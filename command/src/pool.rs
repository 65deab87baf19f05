//! Lines → answers, in the same order, by several threads.
//!
//! No more lines are read than the threads have to do, so that an input of any size takes the same memory; and what is written is sent
//! off before anything is waited for, so that a program can wait for each answer before it sends the next line.

use crate::answer::{Answered, Settings, answer};
use crossbeam_channel::{Receiver, Sender, bounded};
use std::io::{self, Write};
use std::sync::Arc;
use std::thread;

/// How many lines wait for each thread.
const AHEAD: usize = 4;

/// A line, and where its answer goes.
type Asked = (Vec<u8>, Sender<Answered>);

/// Hands each answer to `write` in its turn. The threads are not waited for when that fails: one may be reading from a terminal.
pub fn answers<W: Write>(
    lines: impl Iterator<Item = io::Result<Vec<u8>>> + Send + 'static,
    jobs: usize,
    settings: Settings,
    out: &mut W,
    mut write: impl FnMut(&mut W, Answered) -> io::Result<()>,
) -> io::Result<()> {
    let (asking, asked) = bounded::<Asked>(jobs * AHEAD);
    let (queueing, turns) = bounded(jobs * AHEAD);
    let settings = Arc::new(settings);
    for _ in 0..jobs {
        let (asked, settings) = (asked.clone(), Arc::clone(&settings));
        thread::spawn(move || {
            for (line, reply) in asked {
                let _ = reply.send(answer(&line, &settings)); // Nobody listens any more when the output is closed.
            }
        });
    }
    thread::spawn(move || ask(lines, &asking, &queueing));
    while let Some(turn) = next(&turns, out)? {
        match next(&turn?, out)? {
            Some(answered) => write(out, answered)?,
            None => return Err(io::Error::other("a thread ended")),
        }
    }
    Ok(())
}

/// Gives each line to a thread and its turn to the queue, until there are no more or nobody takes them.
fn ask(
    lines: impl Iterator<Item = io::Result<Vec<u8>>>,
    asking: &Sender<Asked>,
    queueing: &Sender<io::Result<Receiver<Answered>>>,
) -> Option<()> {
    for line in lines {
        let (reply, turn) = bounded(1);
        match line {
            Ok(line) => {
                queueing.send(Ok(turn)).ok()?;
                asking.send((line, reply)).ok()?;
            }
            Err(error) => return queueing.send(Err(error)).ok(),
        }
    }
    Some(())
}

/// What comes next; before waiting for it, everything written is sent off.
fn next<T>(from: &Receiver<T>, out: &mut impl Write) -> io::Result<Option<T>> {
    if let Ok(item) = from.try_recv() {
        return Ok(Some(item));
    }
    out.flush()?;
    Ok(from.recv().ok())
}
