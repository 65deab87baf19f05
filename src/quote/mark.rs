//! Quotation marks: which opens, which closes, which is an apostrophe.
//!
//! Pairs are found paragraph by paragraph with a stack. What a mark does follows from its shape where the shape is
//! decisive (`“`, `«`), and from the white space around it where it is not (`"`, `'`, `’`).

use super::Quoted;
use crate::segment::{Kind, Paragraph, Segments};
use crate::span::{Run, index};

/// Quotations nest no deeper: it bounds the work on a text of opening marks alone.
const DEEPEST: usize = 6;

/// Marks that belong together, whatever their shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// `"…"`, `“…”`, `„…“`, ` ``…'' `
    Double,
    /// `'…'`, `‘…’`, `‚…‘`
    Single,
    /// `«…»`, `»…«`, `‹…›`
    Guillemets,
    /// `「…」`, `『…』`
    Corners,
}

/// What a mark does here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Opens,
    Closes,
    /// An apostrophe, an inch, a minute.
    Nothing,
}

/// A mark that waits for its partner.
struct Open {
    token: usize,
    family: Family,
    /// Its place among the pairs.
    pair: usize,
}

/// Pairs the marks of the whole text.
pub(super) fn pairs(segments: &Segments<'_>) -> Vec<Quoted> {
    let mut pairs = Vec::new();
    for (place, paragraph) in segments.paragraphs.iter().enumerate() {
        let marks: Vec<usize> = paragraph.tokens.range().filter(|&token| segments.tokens[token].kind == Kind::Quote).collect();
        if !marks.is_empty() {
            Pairing { segments, paragraph, marks: &marks, stack: Vec::new(), pairs: &mut pairs }.run(segments.paragraphs.get(place + 1));
        }
    }
    pairs
}

struct Pairing<'a, 't> {
    segments: &'a Segments<'t>,
    paragraph: &'a Paragraph,
    marks: &'a [usize],
    stack: Vec<Open>,
    pairs: &'a mut Vec<Quoted>,
}

impl Pairing<'_, '_> {
    fn run(mut self, next: Option<&Paragraph>) {
        let first = self.pairs.len();
        for place in 0..self.marks.len() {
            let family = family(self.segments.word(self.marks[place]));
            match self.act(place, family) {
                Act::Opens => self.open(self.marks[place], family),
                Act::Closes => self.close(self.marks[place], family),
                Act::Nothing => {}
            }
        }
        self.leave_open(next);
        drop_empty(self.pairs, first);
    }

    fn open(&mut self, token: usize, family: Family) {
        if self.stack.len() == DEEPEST {
            return;
        }
        let parent = self.stack.last().map(|open| index(open.pair));
        self.stack.push(Open { token, family, pair: self.pairs.len() });
        self.pairs.push(Quoted { tokens: Run::new(token, token), content: Run::new(token, token), parent, continues: false });
    }

    /// Closes the innermost mark of the family; those opened inside it were no marks.
    fn close(&mut self, token: usize, family: Family) {
        let Some(place) = self.stack.iter().rposition(|open| open.family == family) else { return };
        let open = &self.stack[place];
        self.pairs[open.pair].tokens = Run::new(open.token, token + 1);
        self.pairs[open.pair].content = Run::new(open.token + 1, token);
        self.stack.truncate(place);
    }

    /// At the end of the paragraph: the outermost mark still open runs to its end, when the next paragraph opens again or
    /// no other pair follows it; a single one was an apostrophe.
    fn leave_open(&mut self, next: Option<&Paragraph>) {
        let end = self.paragraph.tokens.end as usize;
        let Some(outer) = self.stack.iter().find(|open| open.family != Family::Single || self.begins(open.token)) else { return };
        let reopened = next.is_some_and(|next| {
            let opener = next.tokens.start as usize;
            self.segments.tokens[opener].kind == Kind::Quote
                && family(self.segments.word(opener)) == outer.family
                && self.segments.glued(opener + 1)
        });
        let is_last = self.pairs[outer.pair + 1..].iter().all(|pair| pair.content.is_empty());
        if reopened || is_last && outer.family != Family::Single {
            let pair = &mut self.pairs[outer.pair];
            pair.tokens = Run::new(outer.token, end);
            pair.content = Run::new(outer.token + 1, end);
            pair.continues = reopened;
        }
    }

    fn begins(&self, token: usize) -> bool {
        token == self.paragraph.tokens.start as usize
    }

    fn act(&self, place: usize, family: Family) -> Act {
        let token = self.marks[place];
        let is_open = self.stack.iter().any(|open| open.family == family);
        match self.segments.word(token) {
            "“" if is_open && self.opened_low() => Act::Closes,
            "»" | "›" if !is_open && !self.spaced_after(token) => Act::Opens,
            "”" if !is_open && self.looks_opening(token) => Act::Opens,
            "«" | "‹" if is_open && self.spaced_after(token) => Act::Closes,
            "“" | "„" | "«" | "‹" | "‘" | "‚" | "‛" | "‟" | "「" | "『" | "``" => Act::Opens,
            "”" | "»" | "›" | "」" | "』" => Act::Closes,
            "`" => {
                if self.looks_opening(token) {
                    Act::Opens
                } else {
                    Act::Nothing
                }
            }
            "'" | "’" => self.single(place, is_open),
            _ => self.straight(token, is_open),
        }
    }

    /// `„`: the mark that looks like an English opener closes it.
    fn opened_low(&self) -> bool {
        self.stack.last().is_some_and(|open| self.segments.word(open.token) == "„")
    }

    /// `"`: closes what is open, unless it can only open.
    fn straight(&self, token: usize, is_open: bool) -> Act {
        if is_open {
            return if self.looks_opening(token) { Act::Opens } else { Act::Closes };
        }
        let after_number = token > 0 && self.segments.glued(token) && self.segments.tokens[token - 1].kind == Kind::Number;
        if after_number || self.spaced_after(token) && !self.begins(token) { Act::Nothing } else { Act::Opens }
    }

    /// `'` and `’`: opens before a word after white space, closes after a word or mark; between and elsewhere an apostrophe.
    fn single(&self, place: usize, is_open: bool) -> Act {
        let token = self.marks[place];
        if self.looks_opening(token) {
            let elided = self.segments.tokens.get(token + 1).is_some_and(|next| next.kind == Kind::Number)
                || is_elision(self.segments.lower(token + 1));
            return if elided || self.segments.word(token) == "’" { Act::Nothing } else { Act::Opens };
        }
        if is_open
            && self.segments.glued(token)
            && (self.spaced_after(token) || self.marks_follow(token))
            && !self.is_plural_possessive(place)
        {
            Act::Closes
        } else {
            Act::Nothing
        }
    }

    /// `the players’ union`: after an s, with no mark before or after it, and a better closing mark follows.
    fn is_plural_possessive(&self, place: usize) -> bool {
        let token = self.marks[place];
        let after_s = token > 0 && self.segments.lower(token - 1).ends_with('s');
        let later = self
            .marks
            .get(place + 1)
            .is_some_and(|&next| matches!(self.segments.word(next), "'" | "’") && self.segments.glued(next) && !self.looks_opening(next));
        after_s && later && !self.marks_follow(token)
    }

    fn spaced_after(&self, token: usize) -> bool {
        token + 1 >= self.paragraph.tokens.end as usize || !self.segments.glued(token + 1)
    }

    /// Punctuation, or the end of the paragraph, is next.
    fn marks_follow(&self, token: usize) -> bool {
        token + 1 >= self.paragraph.tokens.end as usize || matches!(self.segments.tokens[token + 1].kind, Kind::Mark | Kind::Quote)
    }

    /// White space, an opening bracket, a dash or another quotation mark is before it, and a word at once after it.
    fn looks_opening(&self, token: usize) -> bool {
        let before = self.begins(token)
            || !self.segments.glued(token)
            || matches!(self.segments.word(token - 1), "(" | "[" | "—" | "–" | "-" | "--" | "/" | ":")
            || self.segments.tokens[token - 1].kind == Kind::Quote && self.looks_opening_at(token - 1);
        before && !self.spaced_after(token)
    }

    fn looks_opening_at(&self, token: usize) -> bool {
        self.begins(token) || !self.segments.glued(token)
    }
}

/// Whether a mark is one of `'…'`, `‘…’`.
pub(super) fn is_single(mark: &str) -> bool {
    family(mark) == Family::Single
}

fn family(mark: &str) -> Family {
    match mark {
        "'" | "‘" | "’" | "‚" | "‛" | "`" => Family::Single,
        "«" | "»" | "‹" | "›" => Family::Guillemets,
        "「" | "」" | "『" | "』" => Family::Corners,
        _ => Family::Double,
    }
}

/// `'em`, `'til`, `'tis`: words that begin with an apostrophe.
fn is_elision(word: &str) -> bool {
    matches!(word, "em" | "til" | "tis" | "twas" | "cause" | "bout" | "n" | "round" | "neath")
}

/// Leaves out the pairs that found no partner, from `first` on.
fn drop_empty(pairs: &mut Vec<Quoted>, first: usize) {
    let mut places = Vec::with_capacity(pairs.len() - first);
    let mut kept = first;
    for place in first..pairs.len() {
        let mut pair = pairs[place];
        if pair.content.is_empty() {
            places.push(pair.parent);
            continue;
        }
        pair.parent = pair.parent.and_then(|parent| places[parent as usize - first]);
        places.push(Some(index(kept)));
        pairs[kept] = pair;
        kept += 1;
    }
    pairs.truncate(kept);
}
