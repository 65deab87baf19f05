//! From reports to quotations: turns, marks without a report, continuations, quotations inside quotations, kinds.

use super::Attribution;
use super::mark;
use super::phrase;
use super::reading::Reading;
use super::report::{self, Report};
use super::turn::{self, Turn};
use super::word::Class;
use crate::annotation::{Cue, Polarity, QuoteKind};
use crate::confidence::Confidence;
use crate::ner::{Label, Mention};
use crate::order;
use crate::segment::{Kind, Paragraph, Role, Segments};
use crate::span::{Run, Span, index};

/// What a heading quotes is looked for in this many quotations below.
const HEADED: usize = 40;
/// A heading has no more tokens than this.
const LONGEST_HEADING: usize = 20;
/// Quotations are looked for inside quotations, this deep.
const DEEPEST: usize = 2;

/// All quotations, in text order of their content, an outer one before those inside it.
pub(super) fn attributions(reading: &Reading<'_, '_>) -> Vec<Attribution> {
    let mut finder = Finder { reading, found: Vec::new(), last: None, conversation: turn::is_conversation(reading), dialogue: false };
    let mut paragraphs = reading.segments.paragraphs.iter().peekable();
    while let Some(paragraph) = paragraphs.next() {
        let mut whole = *paragraph;
        if let Some(next) = paragraphs.next_if(|next| leads_to(reading, paragraph, next)) {
            whole.tokens.end = next.tokens.end;
        }
        finder.paragraph(&whole);
    }
    let mut found = in_text_order(finder.found);
    // What a heading has within marks is a quotation where somebody says so below.
    let is_unsaid = |&place: &usize| found[place].rule == "quote.heading" && below(reading.segments, &found, place).is_none();
    let unsaid: Vec<usize> = (0..found.len()).filter(is_unsaid).collect();
    let mut place = 0..;
    found.retain(|_| place.next().is_none_or(|place| unsaid.binary_search(&place).is_err()));
    inside_out(found)
}

/// Whether a paragraph ends with the colon that leads to the quotation of the next.
fn leads_to(reading: &Reading<'_, '_>, paragraph: &Paragraph, next: &Paragraph) -> bool {
    let opens = reading.opening(next.tokens.start as usize).is_some();
    reading.class(paragraph.tokens.end as usize - 1) == Some(Class::Colon) && opens && turn::turn(reading, next).is_none()
}

struct Finder<'r, 'a, 't> {
    reading: &'r Reading<'a, 't>,
    found: Vec<Attribution>,
    /// The quotation of the sentence before that a sentence wholly within marks goes on with.
    last: Option<usize>,
    /// Whether paragraphs with a label are turns.
    conversation: bool,
    /// Whether two people speak in turn, a paragraph each.
    dialogue: bool,
}

impl Finder<'_, '_, '_> {
    fn paragraph(&mut self, paragraph: &Paragraph) {
        let turn = turn::turn(self.reading, paragraph).filter(|turn| self.reading.opening(turn.content.start as usize).is_none());
        let shouted = turn.is_some_and(|turn| turn::is_shouted(self.reading, &turn));
        let opens = self.reading.opening(paragraph.tokens.start as usize).is_some();
        if matches!(paragraph.role, Role::Byline | Role::Dateline) && !opens || !shouted && self.carries_on(paragraph) {
            return;
        }
        let mut region = paragraph.tokens;
        if let Some(dateline) = self.reading.segments.dateline.filter(|dateline| dateline.start == region.start) {
            region.start = dateline.end;
        }
        if let Some(start) = self.filed_from(paragraph, region) {
            region.start = start;
        }
        // "12:34 The minister said": when it was written, in a page that is added to.
        if self.reading.lower(region.start as usize).contains(':') && region.len() > 1 {
            region.start += 1;
        }
        // "LISBON: The tram …", "New Aker: The tram …" is where the story was filed.
        let is_place = |name: &Mention| name.rule == "name.dateline" || name.label == Label::Place && paragraph.role != Role::Headline;
        let filed = turn.filter(|turn| !self.conversation && self.reading.name(turn.label.start as usize).is_some_and(is_place));
        if let Some(filed) = filed {
            region.start = crate::span::index(filed.cue + 1);
        }
        match turn.filter(|_| filed.is_none()) {
            Some(turn) if shouted || self.conversation && paragraph.role != Role::Headline && turn::is_person(self.reading, &turn) => {
                self.turn(turn);
            }
            Some(turn) if paragraph.role == Role::Headline || self.reading.name(turn.label.end as usize - 1).is_some() => {
                self.headline(turn);
            }
            _ => self.region(region, 0),
        }
    }

    /// `Lisbon — |The tram …`: behind the place where the story was filed; not in `Lisbon — long a port — said`.
    fn filed_from(&self, paragraph: &Paragraph, region: Run) -> Option<u32> {
        let is_dash = |token: u32| phrase::is_dash(self.reading, token as usize);
        let place =
            self.reading.name(region.start as usize).filter(|name| name.label == Label::Place && name.tokens.start == region.start)?;
        let dash = Some(place.tokens.end).filter(|&dash| dash + 1 < region.end && is_dash(dash) && paragraph.role != Role::Headline)?;
        let sentence = self.reading.segments.sentence_of(dash as usize + 1);
        (!(dash + 1..sentence.end).any(is_dash)).then_some(dash + 1)
    }

    /// The paragraph opens with the mark that the one before left open: all of it goes on with that quotation.
    fn carries_on(&mut self, paragraph: &Paragraph) -> bool {
        let start = paragraph.tokens.start as usize;
        let Some(pair) = self.reading.opening(start) else { return false };
        let continues = pair > 0 && {
            // What is quoted within the words may end there, too.
            self.reading.quoted[..pair].iter().rev().take(8).any(|before| before.tokens.end as usize == start && before.continues)
        };
        let Some(last) = self.last.filter(|_| continues) else { return false };
        self.extend(last, self.reading.quoted[pair].content);
        let end = self.reading.quoted[pair].tokens.end;
        if end < paragraph.tokens.end {
            self.region(Run { start: end, end: paragraph.tokens.end }, 0);
        }
        true
    }

    fn extend(&mut self, attribution: usize, content: Run) {
        self.found[attribution].content.push(content);
        self.found[attribution].spans.push(self.reading.segments.span(content));
        self.inside(content, 0);
    }

    /// `HOLM: Were you there?`
    fn turn(&mut self, turn: Turn) {
        self.last = None;
        let report = Report {
            source: Some(turn.label),
            cue: Some(Run::new(turn.cue, turn.cue + 1)),
            lemma: ":",
            polarity: Polarity::Unclear,
            content: vec![turn.content],
            rule: "quote.turn",
            end: turn.content.end as usize,
        };
        self.add(&report, QuoteKind::Direct, vec![turn.content]);
        self.region(turn.content, 1);
    }

    /// `Holm: Harbour needs a crane`
    fn headline(&mut self, turn: Turn) {
        self.push(
            &Report {
                source: Some(turn.label),
                cue: Some(Run::new(turn.cue, turn.cue + 1)),
                lemma: ":",
                polarity: Polarity::Asserts,
                content: vec![turn.content],
                rule: "quote.label",
                end: turn.content.end as usize,
            },
            0,
        );
    }

    /// The quotations of a stretch of text.
    fn region(&mut self, region: Run, depth: usize) {
        for frame in self.reading.frames(region, |token| report::runs_on(self.reading, token, region.end as usize)) {
            let is_heading = depth == 0 && self.is_heading(frame);
            if depth == 0 && !is_heading && self.goes_on(frame) {
                continue;
            }
            if depth == 0 {
                self.last = None;
                self.dialogue &= self.whole(frame).is_some();
            }
            let reports = report::reports(self.reading, frame, depth > 0);
            let mut reported: Vec<Run> = reports.iter().flat_map(|report| report.content.iter().copied()).collect();
            for report in &reports {
                self.push(report, depth);
            }
            order::sort_by(&mut reported, |&run| order::pair(run.start, run.end));
            self.bare(frame, &reported, is_heading, depth);
        }
    }

    /// A sentence wholly within marks goes on with the quotation of the sentence before, also over a paragraph break.
    fn goes_on(&mut self, frame: Run) -> bool {
        let (Some(pair), Some(last)) = (self.whole(frame), self.last) else { return false };
        // "called it “a lottery”. “He told me so.”" are two.
        if self.found[last].rule == "quote.noun-phrase" {
            return false;
        }
        if self.answers(frame, last) {
            self.dialogue = true;
            return false;
        }
        self.extend(last, self.reading.quoted[pair].content);
        true
    }

    /// `“Did you tell her?” she asked. ¶ |“I sent an email.”| ¶ “When?” ¶ “In October.”`: in a dialogue each paragraph is the other's. A question
    /// that nobody is asked ("“What are we to do?” she asked.") goes on with its own speaker.
    fn answers(&self, frame: Run, last: usize) -> bool {
        let paragraphs = &self.reading.segments.paragraphs;
        let place = self.reading.segments.paragraph_of(frame.start as usize);
        if paragraphs[place].tokens.start != frame.start {
            return false;
        }
        let Some(asked) = self.found[last].content.last().copied() else { return false };
        let of_other = asked.range().any(|token| matches!(self.reading.lower(token), "you" | "your"));
        let asks_again = || {
            let next = paragraphs.get(place + 1).map(|next| next.tokens);
            next.is_some_and(|next| self.reading.opening(next.start as usize).is_some() && self.reading.segments.asks(next))
        };
        let by_asking = self.found[last].cue.as_ref().is_none_or(|cue| cue.lemma == "ask");
        self.dialogue || by_asking && self.reading.segments.asks(asked) && (of_other || asks_again())
    }

    /// In single marks right after a quotation in double ones: no speech, but a heading.
    fn is_heading(&self, frame: Run) -> bool {
        let (Some(pair), Some(last)) = (self.whole(frame), self.last) else { return false };
        let is_single = |token: u32| mark::is_single(self.reading.segments.word(token as usize));
        let opener = self.found[last].content.last().and_then(|run| run.start.checked_sub(1));
        let after_double = opener.is_some_and(|opener| self.reading.opening(opener as usize).is_some() && !is_single(opener));
        after_double && is_single(self.reading.quoted[pair].tokens.start) && self.found[last].rule != "quote.noun-phrase"
    }

    /// The pair of marks that is the whole sentence.
    fn whole(&self, frame: Run) -> Option<usize> {
        let pair = self.reading.opening(frame.start as usize)?;
        let end = self.reading.quoted[pair].tokens.end as usize;
        let rest = (end..frame.end as usize).all(|token| self.reading.segments.tokens[token].kind == Kind::Mark);
        rest.then_some(pair)
    }

    /// Words within marks that no report has taken. `reported` is sorted.
    fn bare(&mut self, frame: Run, reported: &[Run], is_heading: bool, depth: usize) {
        let (mut next, mut covered) = (0, 0);
        let mut token = frame.start as usize;
        while token < frame.end as usize {
            if let Some(place) = self.reading.opening(token) {
                let pair = self.reading.quoted[place];
                while reported.get(next).is_some_and(|run| run.start < pair.tokens.end) {
                    covered = covered.max(reported[next].end);
                    next += 1;
                }
                let is_speech = self.is_speech(frame, place);
                let heads = is_heading || !is_speech && self.is_apart(place);
                if covered <= pair.tokens.start && (heads || is_speech) {
                    let report = Report {
                        source: None,
                        cue: None,
                        lemma: "",
                        polarity: Polarity::Unclear,
                        content: vec![pair.tokens],
                        rule: if heads { "quote.heading" } else { "quote.bare" },
                        end: pair.tokens.end as usize,
                    };
                    self.push(&report, depth);
                    // The sentence after a heading does not go on with it.
                    self.last = self.last.filter(|_| !heads);
                }
            }
            token = self.reading.after(token);
        }
    }

    /// `Flood ‘could have been stopped’, inquiry hears`: within marks in a headline, or in a line of its own.
    fn is_apart(&self, pair: usize) -> bool {
        let tokens = self.reading.quoted[pair].tokens;
        let paragraph = &self.reading.segments.paragraphs[self.reading.segments.paragraph_of(tokens.start as usize)];
        let is_line = || paragraph.tokens.len() <= tokens.len() + 2 && tokens.len() <= LONGEST_HEADING;
        paragraph.role == Role::Headline || is_line()
    }

    /// A sentence of its own, or many words: the more there are, the more often it is speech and no title or term. Fewer do when they end
    /// as a sentence does behind a colon, or where a clause opens the sentence: `“It was time,” was her answer.`
    fn is_speech(&self, frame: Run, pair: usize) -> bool {
        let content = self.reading.quoted[pair].content;
        let tokens = &self.reading.segments.tokens;
        let words = content.range().filter(|&token| matches!(tokens[token].kind, Kind::Word | Kind::Number)).count();
        let small = content
            .range()
            .filter(|&token| {
                self.reading.segments.is_small(token)
                    && matches!(
                        self.reading.classes[token],
                        Class::Open | Class::Finite | Class::Past | Class::Gerund | Class::Auxiliary | Class::Modal
                    )
            })
            .count();
        let least = if self.whole(frame) == Some(pair) || self.is_sentence(frame, pair) { 2 } else { 6 };
        words >= least && (least == 2 || small >= 2)
    }

    fn is_sentence(&self, frame: Run, pair: usize) -> bool {
        let content = self.reading.quoted[pair].content;
        let closed = |marks: &[&str]| content.range().next_back().is_some_and(|last| marks.contains(&self.reading.lower(last)));
        let opener = self.reading.quoted[pair].tokens.start;
        let class = |token: usize| self.reading.classes[token];
        let is_small = |token: usize| self.reading.segments.is_small(token);
        let no_title = || content.range().any(is_small);
        let has_verb = || content.range().any(|token| is_small(token) && (class(token).is_tensed() || class(token) == Class::Past));
        let clause = || has_verb() && content.range().any(|token| class(token) == Class::Subject);
        self.reading.class_before(opener as usize) == Some(Class::Colon) && closed(&[".", "?", "!", "…"]) && no_title()
            || opener == frame.start && closed(&[",", ".", "?", "!", "…"]) && clause()
    }

    fn push(&mut self, report: &Report, depth: usize) {
        let Some((kind, content)) = self.kind(&report.content) else { return };
        let place = self.found.len();
        self.add(report, kind, content.clone());
        if depth == 0 && kind != QuoteKind::Indirect {
            self.last = self.last.or(Some(place));
        }
        for run in content {
            self.inside_marks(run, depth);
        }
    }

    /// Quotations inside the marks of a run, or in all of it when it stands within marks itself.
    fn inside_marks(&mut self, run: Run, depth: usize) {
        if run.start > 0 && self.reading.opening(run.start as usize - 1).is_some() {
            return self.inside(run, depth);
        }
        let mut token = run.start as usize;
        while token < run.end as usize {
            if let Some(pair) = self.reading.opening(token) {
                self.inside(self.reading.quoted[pair].content, depth);
            }
            token = self.reading.after(token);
        }
    }

    fn inside(&mut self, content: Run, depth: usize) {
        if depth < DEEPEST {
            self.region(content, depth + 1);
        }
    }

    fn add(&mut self, report: &Report, kind: QuoteKind, content: Vec<Run>) {
        let segments = self.reading.segments;
        let spans: Vec<Span> = content.iter().map(|&run| segments.span(run)).collect();
        let cue = report.cue.map(|cue| Cue { span: segments.span(cue), lemma: report.lemma.to_string(), polarity: report.polarity });
        self.found.push(Attribution {
            kind,
            content,
            spans,
            cue,
            source: report.source,
            parent: None,
            confidence: confidence(report.rule),
            rule: report.rule,
        });
    }

    /// The kind of the content, and its runs, without the outer marks where all of it is within marks.
    fn kind(&self, content: &[Run]) -> Option<(QuoteKind, Vec<Run>)> {
        let runs: Vec<Run> = content.iter().filter_map(|&run| self.trim(run)).collect();
        let (mut inside, mut outside) = (0, 0);
        for run in &runs {
            let mut token = run.start as usize;
            while token < run.end as usize {
                match self.reading.opening(token) {
                    Some(pair) => inside += self.reading.quoted[pair].content.len(),
                    None => outside += usize::from(matches!(self.reading.segments.tokens[token].kind, Kind::Word | Kind::Number)),
                }
                token = self.reading.after(token);
            }
        }
        match (inside, outside) {
            (0, 0) => None,
            (0, _) => Some((QuoteKind::Indirect, runs)),
            (_, 0) => Some((QuoteKind::Direct, runs.iter().flat_map(|&run| self.within_marks(run)).collect())),
            _ => Some((QuoteKind::Mixed, runs)),
        }
    }

    fn within_marks(&self, run: Run) -> Vec<Run> {
        let mut found = Vec::new();
        let mut token = run.start as usize;
        while token < run.end as usize {
            found.extend(self.reading.opening(token).map(|pair| self.reading.quoted[pair].content));
            token = self.reading.after(token);
        }
        found
    }

    /// Without marks at either end.
    fn trim(&self, run: Run) -> Option<Run> {
        let is_edge = |token: usize| matches!(self.reading.classes[token], Class::Comma | Class::Mark | Class::Colon);
        let start = run.range().find(|&token| !is_edge(token))?;
        let end = run.range().rev().find(|&token| !is_edge(token))? + 1;
        Some(Run::new(start, end))
    }
}

/// `‘It just came’ ¶ … “It just came over the hill,” Ada Quill said.`: which quotation below a heading has its words; not where all of them
/// have capitals there, as a title has.
pub(crate) fn below(segments: &Segments<'_>, found: &[Attribution], heading: usize) -> Option<usize> {
    let is_word = |&token: &usize| matches!(segments.tokens[token].kind, Kind::Word | Kind::Number);
    let content = found[heading].content[0];
    let last = content.range().rev().find(is_word).map_or(content.start as usize, |last| last + 1);
    let words = Run::new(content.range().find(is_word).unwrap_or(last), last);
    let stands_at = |place: usize| words.range().zip(place..).all(|(word, token)| segments.lower(word) == segments.lower(token));
    let is_told = |place: usize| (place..place + words.len()).any(|token| segments.is_small(token) && segments.lower(token).len() > 3);
    let holds = |run: &Run| run.range().any(|place| run.end as usize >= place + words.len() && stands_at(place) && is_told(place));
    let is_reported = |rule: &str| !matches!(rule, "quote.bare" | "quote.heading");
    let long_enough = segments.lower_run(words).len() >= 4;
    (heading + 1..found.len())
        .take(HEADED)
        .find(|&other| long_enough && is_reported(found[other].rule) && found[other].content.iter().any(holds))
}

/// How often each rule finds a quotation and its bounds, in per cent: fitted on Wikinews of 2019–2020, as DESIGN.md says.
fn confidence(rule: &str) -> Confidence {
    Confidence::new(match rule {
        "quote.cue-after" | "quote.cue-first" | "quote.turn" => 98,
        "quote.signature" => 95,
        "quote.colon" => 91,
        "quote.according-to" => 90,
        "quote.reported-clause" => 89,
        "quote.noun-phrase" | "quote.epithet" => 86,
        "quote.bare" => 84,
        "quote.that" => 81,
        "quote.clause-first" | "quote.passive" => 79,
        "quote.as" | "quote.short" | "quote.label" => 76,
        "quote.infinitive" | "quote.question" => 72,
        _ => 70,
    })
}

/// From the first token of a quotation to the last.
fn extent(attribution: &Attribution) -> Run {
    Run { start: attribution.content[0].start, end: attribution.content[attribution.content.len() - 1].end }
}

/// What begins first comes first, and of two that begin together the outer one.
fn in_text_order(mut found: Vec<Attribution>) -> Vec<Attribution> {
    order::sort_by(&mut found, |attribution| order::outer_first(extent(attribution)));
    found
}

/// Tells each quotation, in text order, which one it stands in.
fn inside_out(mut found: Vec<Attribution>) -> Vec<Attribution> {
    let mut around: Vec<usize> = Vec::new();
    for place in 0..found.len() {
        let whole = found[place].source.map_or(extent(&found[place]), |source| {
            let content = extent(&found[place]);
            Run { start: content.start.min(source.start), end: content.end.max(source.end) }
        });
        while around.last().is_some_and(|&outer| extent(&found[outer]).end <= whole.start) {
            around.pop();
        }
        let parent = around.iter().rev().find(|&&outer| found[outer].content.iter().any(|run| run.contains(whole)));
        found[place].parent = parent.map(|&outer| index(outer));
        around.push(place);
    }
    found
}
