//! Reports: a cue, its source, and what is reported. Here those of verbs; `verbless.rs` has the others, `content.rs` finds the content.
//!
//! ```text
//! “No,” Ada Quill said, “never.”   content  source cue  content
//! ```

use super::clause;
use super::complement::{self, Complement, Evidence};
use super::cue::{self, CueVerb, Use};
use super::phrase;
use super::reading::Reading;
use super::word::Class;
use crate::annotation::Polarity;
use crate::ner::Label;
use crate::span::{Run, index};

/// A report found in one sentence.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub source: Option<Run>,
    pub cue: Option<Run>,
    pub lemma: &'static str,
    pub polarity: Polarity,
    /// With the outer marks.
    pub content: Vec<Run>,
    pub rule: &'static str,
    /// Where the reporting clause ends.
    pub end: usize,
}

/// The reports of one sentence, in text order. `quoted`: the sentence is itself part of a quotation.
pub(super) fn reports(reading: &Reading<'_, '_>, frame: Run, quoted: bool) -> Vec<Report> {
    let mut sentence = Sentence { reading, frame, quoted, floor: frame.start as usize, reports: Vec::new() };
    sentence.run();
    sentence.reports
}

/// Whether the sentence that begins at `token` only tells who said the one before, or is what its colon leads to.
///
/// `“Who rang?” |Ada Quill asked.|`
pub(super) fn runs_on(reading: &Reading<'_, '_>, token: usize, limit: usize) -> bool {
    if reading.class_before(token) == Some(Class::Colon) {
        return reading.opening(token).is_some();
    }
    let Some(pair) = token.checked_sub(1).and_then(|mark| reading.closing(mark)) else { return false };
    if matches!(reading.lower(token), "—" | "–" | "―" | "--" | "-") {
        return true;
    }
    // “He shouted: ‘Get out!’” Ada Quill said.
    let last = reading.quoted[pair].content.range().rev().find(|&token| reading.classes[token] != Class::Quote);
    let asks = last.is_some_and(|last| matches!(reading.lower(last), "?" | "!" | "..." | "…" | "—" | "–" | "--"));
    asks && tells_who(reading, token, limit)
}

/// `Ada Quill asked.`, `the crowd chanted on Monday.`
pub(super) fn tells_who(reading: &Reading<'_, '_>, start: usize, limit: usize) -> bool {
    let subject = phrase::named(reading, start, limit).map_or(start, |source| source.end as usize);
    let mut verb = subject + usize::from(reading.class(subject) == Some(Class::Comma));
    while verb < limit && verb < subject + 3 && matches!(reading.classes[verb], Class::Adverb | Class::Auxiliary) {
        verb += 1;
    }
    // "|say| health chiefs"
    let inverted = || cue::verb(reading, start, start).filter(|cue| phrase::named(reading, cue.tokens.end as usize, limit).is_some());
    let cue = (subject > start && verb < limit).then(|| cue::verb(reading, verb, start)).flatten().or_else(inverted);
    let Some(cue) = cue else { return false };
    let next = reading.class(cue.tokens.end as usize);
    let speaks = ['s', 't', 'q', 'a'].into_iter().any(|usage| cue.verb.takes(usage));
    speaks
        && cue.usage == Use::Finite
        && complement::complement(reading, &cue, limit).is_none_or(|found| matches!(found.evidence, Evidence::Bare | Evidence::Quote))
        && !matches!(next, Some(Class::That | Class::Colon | Class::Quote))
}

/// Whether the cue of one report stands in the source of another.
fn takes_cue(report: &Report, other: &Report) -> bool {
    other.cue.zip(report.source).is_some_and(|(cue, source)| source.contains(cue))
}

pub(super) struct Sentence<'r, 'a, 't> {
    pub reading: &'r Reading<'a, 't>,
    pub frame: Run,
    /// Whether somebody is speaking already: what they believe, and what they say of themselves, is no report then.
    pub quoted: bool,
    /// Content before a cue begins here at the earliest.
    pub floor: usize,
    pub reports: Vec<Report>,
}

impl Sentence<'_, '_, '_> {
    fn run(&mut self) {
        let mut token = self.frame.start as usize;
        while token < self.frame.end as usize {
            let report = self
                .signature(token)
                .or_else(|| self.according_to(token))
                .or_else(|| self.report(token))
                .or_else(|| self.noun(token))
                .or_else(|| self.colon(token))
                .filter(|report| !self.quoted || self.is_of_another(report))
                .filter(|report| !self.repeats(report) && !self.overlaps(report));
            if let Some(report) = report {
                if self.unmasks(&report) {
                    self.reports.pop();
                    self.floor = self.reports.last().map_or(self.frame.start as usize, |last| last.end);
                }
                token = report.cue.map_or(token, |cue| cue.end as usize - 1).max(token);
                self.floor = report.end.max(self.floor);
                self.reports.push(report);
            }
            token = self.reading.after(token);
        }
    }

    /// `he said |he expects a profit|`, `it said |it would respond “firmly”|`: what somebody says they believe, or will say, is one report.
    fn repeats(&self, report: &Report) -> bool {
        let inside = |outer: &Report| outer.content.iter().any(|content| report.content.iter().all(|inner| content.contains(*inner)));
        let pronoun =
            report.source.is_some_and(|source| source.len() == 1 && self.reading.classes[source.start as usize] == Class::Subject);
        let believes = report.cue.and_then(|cue| cue::verb(self.reading, cue.start as usize, self.frame.start as usize));
        let is_to_come = |cue: &CueVerb| (cue.group..cue.tokens.start as usize).any(|token| self.reading.classes[token] == Class::Modal);
        pronoun && believes.is_some_and(|cue| cue.verb.takes('b') || is_to_come(&cue)) && self.reports.last().is_some_and(inside)
    }

    /// `the pilot |described media| reports as “…”`, `“…,” he said, |speaking| in Rome, “…”`: words that the report before has taken already.
    fn overlaps(&self, report: &Report) -> bool {
        let Some(last) = self.reports.last() else { return false };
        let same = report.content.iter().all(|run| last.content.iter().any(|outer| outer.contains(*run)));
        same && (report.lemma == "speak" || takes_cue(report, last) && !self.is_noun_cue(last))
    }

    /// `|Early reports from Rome| said it was late`: the cue before was the noun of a source.
    fn unmasks(&self, report: &Report) -> bool {
        self.reports.last().is_some_and(|last| takes_cue(report, last) && self.is_noun_cue(last))
    }

    /// `early |reports|`, not `the Gazette |reports|`
    fn is_noun_cue(&self, report: &Report) -> bool {
        let cue = report.cue.and_then(|cue| cue::verb(self.reading, cue.start as usize, self.frame.start as usize));
        let is_named = |source: Run| source.range().any(|token| self.reading.name(token).is_some());
        cue.is_some_and(|cue| cue.nounlike) && !report.source.is_some_and(is_named)
    }

    /// Inside a quotation: somebody else is named or pointed at, or words are quoted again.
    fn is_of_another(&self, report: &Report) -> bool {
        if report.content.iter().any(|run| self.reading.opening(run.start as usize).is_some()) {
            return true;
        }
        report.source.is_some_and(|source| {
            let first = source.start as usize;
            let named = matches!(self.reading.classes[first], Class::Name | Class::Determiner | Class::Possessive)
                || source.range().any(|token| self.reading.name(token).is_some());
            named || matches!(self.reading.lower(first), "he" | "she")
        })
    }

    pub(super) fn limit(&self) -> usize {
        self.frame.end as usize
    }

    /// A verb that reports, with its subject and content.
    fn report(&self, token: usize) -> Option<Report> {
        let cue = cue::verb(self.reading, token, self.frame.start as usize)
            .filter(|cue| !self.quoted || !cue.verb.takes('b') || self.reading.opening(cue.tokens.end as usize).is_some())
            // "Bank Said to Plan 500 Job Cuts": somebody says so of the bank.
            .filter(|cue| {
                let hearsay = cue.verb.lemma == "say" && self.reading.lower(cue.tokens.end as usize) == "to";
                !(hearsay && self.reading.is_headline(token))
            })
            .filter(|cue| cue.verb.lemma != "show" || self.is_recorded(cue))
            // "may question ten witnesses"
            .filter(|cue| cue.verb.lemma != "question" || (cue.group..token).all(|place| self.reading.classes[place] != Class::Modal))
            .filter(|cue| cue.verb.lemma != "feel" || token >= self.floor || self.reading.opening(cue.tokens.end as usize).is_none())?;
        match cue.usage {
            Use::Finite | Use::Passive if self.is_hearing(&cue) && self.agent(&cue).is_none() => self.heard(&cue),
            _ if cue.verb.lemma == "hear" => None,
            Use::Finite if self.reading.class_before(cue.group) == Some(Class::Comma) => {
                self.apposed(&cue).or_else(|| self.inverted(&cue)).or_else(|| self.subject_first(&cue))
            }
            Use::Finite => self.subject_first(&cue).or_else(|| self.inverted(&cue)),
            Use::Participle => self.participle(&cue),
            Use::Infinitive if self.reading.lower(cue.group.wrapping_sub(2)) == "on" => self.participle(&cue),
            Use::Infinitive => None,
            Use::Passive => self.passive(&cue),
        }
    }

    /// `the pilot said …`, `“…,” the pilot said`, `who said …`, `and added …`
    fn subject_first(&self, cue: &CueVerb) -> Option<Report> {
        let source =
            self.subject(cue).filter(|source| !matches!(self.reading.segments.lower_run(*source), "nobody" | "no one" | "none"))?;
        // "a two-day forecast was": a measure before the cue makes it a noun.
        if matches!(self.reading.lower(cue.group.wrapping_sub(1)), "day" | "week" | "month" | "year" | "hour" | "minute")
            && self.reading.lower(cue.group.wrapping_sub(2)) == "-"
        {
            return None;
        }
        if let Some(report) = self.parenthesis(cue, source) {
            return Some(report);
        }
        let start = self.predicate(source.start as usize).unwrap_or(source.start as usize);
        let complement = complement::complement(self.reading, cue, self.limit())
            .filter(|found| is_report(cue, *found))
            .or_else(|| self.of_relative(cue, source));
        let before = self.content_before(start, cue);
        match (before, complement) {
            (Some(before), Some(after)) if self.prefers_after(before, after) => self.forward(cue, source, after),
            (Some(before), _) => Some(self.backward(cue, source, before, cue.tokens.end as usize)),
            (None, Some(after)) => self.forward(cue, source, after),
            (None, None) => self.around(cue, source),
        }
    }

    /// `“…,” |was all| the pilot would say`, `“…” |is how| she put it`: where what is said of the words within marks begins.
    fn predicate(&self, subject: usize) -> Option<usize> {
        let verb = subject.checked_sub(2).filter(|&verb| verb > self.frame.start as usize)?;
        let says =
            matches!(self.reading.lower(verb), "is" | "was" | "'s") && matches!(self.reading.lower(verb + 1), "all" | "how" | "what");
        (says && self.reading.closing(verb - 1).is_some()).then_some(verb)
    }

    /// `|The mill will shut after the board refused to sell it|, the union said.`: within what is said, somebody refuses to do something.
    fn around(&self, cue: &CueVerb, source: Run) -> Option<Report> {
        let comma = (source.start as usize).checked_sub(1).filter(|&comma| self.reading.classes[comma] == Class::Comma)?;
        let inner = self.reports.last().filter(|inner| inner.rule == "quote.infinitive" && inner.end == comma);
        let is_last = (cue.tokens.end as usize..self.limit())
            .all(|token| self.reading.classes[token] != Class::Comma && !self.reading.classes[token].is_tensed());
        let says = inner.is_some() && cue.verb.takes('s') && !cue.nounlike && is_last;
        let content = Run::new(self.frame.start as usize, comma);
        says.then(|| finish(cue, Some(source), vec![content], "quote.clause-first", cue.tokens.end as usize))
    }

    /// `As the pilot put it, “…”`; `the boat was slow, as the pilot noted`
    fn parenthesis(&self, cue: &CueVerb, source: Run) -> Option<Report> {
        let (start, end) = (source.start as usize, cue.tokens.end as usize);
        let led = start > self.frame.start as usize && self.reading.lower(start - 1) == "as";
        let says = ['s', 't', 'q'].into_iter().any(|usage| cue.verb.takes(usage)) && !cue.verb.takes('b');
        if !led || !says {
            return None;
        }
        let close = (end..self.limit().min(end + 10)).find(|&token| matches!(self.reading.classes[token], Class::Comma | Class::Quote));
        let first = start - 1 == self.frame.start as usize || start - 2 == self.frame.start as usize;
        let content = match close {
            Some(comma) if first && comma + 1 < self.limit() => {
                let open = comma + usize::from(self.reading.classes[comma] == Class::Comma);
                Run::new(open, clause::end(self.reading, open, self.limit()))
            }
            None => self.content_before(start - 1, cue)?,
            Some(_) => return None,
        };
        (!content.is_empty()).then(|| finish(cue, Some(source), vec![content], "quote.as", content.end.max(cue.tokens.end) as usize))
    }

    /// `which the pilot says |is late|`: the subject of the reported clause is the relative pronoun.
    fn of_relative(&self, cue: &CueVerb, source: Run) -> Option<Complement> {
        let start = cue.tokens.end as usize;
        let relative =
            self.reading.class_before(source.start as usize) == Some(Class::Relative) && source.start as usize > self.frame.start as usize;
        let verb = start < self.limit() && (self.reading.classes[start].is_tensed() || self.reading.classes[start] == Class::Past);
        let says = (cue.verb.takes('s') || cue.verb.takes('t')) && !cue.verb.takes('b');
        (relative && verb && says).then_some(Complement { start, evidence: Evidence::Clause })
    }

    /// `Nora Lind, the pilot, said the boat was slow`: the comma closes an apposition, for a reported clause follows.
    fn apposed(&self, cue: &CueVerb) -> Option<Report> {
        let follows_marks = || {
            phrase::subject(self.reading, cue.group, self.floor)
                .is_some_and(|source| self.reading.closing((source.start as usize).wrapping_sub(1)).is_some())
        };
        let complement = complement::complement(self.reading, cue, self.limit());
        let reports = complement.is_some_and(|found| found.evidence != Evidence::Bare);
        (reports || follows_marks()).then(|| self.subject_first(cue)).flatten()
    }

    fn subject(&self, cue: &CueVerb) -> Option<Run> {
        let group = cue.group;
        let floor = self.frame.start as usize;
        match self.reading.class_before(group).filter(|_| group > floor) {
            Some(Class::Relative) => Some(Run::new(group - 1, group)),
            Some(Class::Coordinator) => self.reports.last().and_then(|report| report.source).or_else(|| self.first_subject(group)),
            Some(Class::To) => self.hearsay(group).and_then(|verb| phrase::subject(self.reading, verb, floor)),
            Some(Class::Comma) if self.reading.closing(group.wrapping_sub(2)).is_some() => self.subject_with_marks(cue),
            Some(Class::Comma) => phrase::subject(self.reading, group, floor).or_else(|| self.first_subject(group)),
            Some(_) => phrase::subject(self.reading, group, floor),
            None => None,
        }
    }

    /// `Ada Quill, known as the “Iron Lady”, denied that …`: words within marks that nobody says stand before the cue.
    fn subject_with_marks(&self, cue: &CueVerb) -> Option<Run> {
        let pair = self.reading.quoted[self.reading.closing(cue.group - 2)?];
        let reports = match complement::complement(self.reading, cue, self.limit())?.evidence {
            Evidence::That | Evidence::Question | Evidence::Infinitive => true,
            Evidence::Clause => self.reading.class(cue.tokens.end as usize) == Some(Class::Subject),
            _ => false,
        };
        let subject = self.first_subject(cue.group).filter(|_| reports && pair.tokens.start > self.frame.start)?;
        (subject.end < pair.tokens.start).then_some(subject)
    }

    /// `she |is said to| have replied`: where what others say of the speaker begins.
    fn hearsay(&self, group: usize) -> Option<usize> {
        let verb = group.checked_sub(3).filter(|&verb| verb > self.frame.start as usize)?;
        let said =
            matches!(self.reading.lower(verb + 1), "said" | "reported" | "alleged" | "believed" | "understood" | "rumoured" | "rumored");
        (said && self.reading.lower(group) == "have" && matches!(self.reading.lower(verb), "is" | "are" | "was" | "were")).then_some(verb)
    }

    /// The subject of the sentence, for "He laughed and said".
    pub(super) fn first_subject(&self, before: usize) -> Option<Run> {
        let mut token = self.frame.start as usize;
        for _ in 0..3 {
            while token < before
                && matches!(self.reading.classes[token], Class::Adverb | Class::Coordinator | Class::Time | Class::Comma | Class::Joint)
            {
                token += 1;
            }
            let led = token < before
                && matches!(self.reading.classes[token], Class::Preposition | Class::Subordinator | Class::Gerund | Class::Past);
            if !led {
                break;
            }
            token = self.main_clause_comma(token, before)?;
        }
        let subject = phrase::named(self.reading, token, before).filter(|subject| (subject.end as usize) < before)?;
        // "Ada Quill, |67|, held a sign": an age is nobody.
        let age =
            subject.len() == 1 && self.reading.classes[token] == Class::Number && self.reading.class_before(token) == Some(Class::Comma);
        let name = age.then(|| self.reading.name(token.wrapping_sub(2))).flatten();
        let name = name.filter(|name| name.label == Label::Person).map(|name| name.tokens);
        if age { name } else { Some(subject) }
    }

    /// The comma after words that lead in: the first one with a clause behind it, else the first one.
    pub(super) fn main_clause_comma(&self, token: usize, before: usize) -> Option<usize> {
        let commas = || (token..before.min(token + 40)).filter(|&token| self.reading.classes[token] == Class::Comma).take(3);
        commas().find(|&comma| clause::has_clause(self.reading, comma + 1, self.limit())).or_else(|| commas().next())
    }

    /// `“…,” said Ada Quill, the pilot`
    fn inverted(&self, cue: &CueVerb) -> Option<Report> {
        // "told reporters": who was told.
        if cue.verb.lemma == "tell" {
            return None;
        }
        let start = self.skip_time(cue.tokens.end as usize);
        let source = phrase::named(self.reading, start, self.limit())?;
        let Some(before) = self.content_before(cue.group, cue) else { return self.cue_opens(cue, source) };
        let verb_follows = matches!(self.reading.class(source.end as usize), Some(Class::Auxiliary | Class::Modal | Class::Finite))
            && (source.end as usize) < self.limit();
        if verb_follows {
            return None;
        }
        Some(self.backward(cue, source, before, source.end as usize))
    }

    /// `Said Ada Quill, “…”`
    fn cue_opens(&self, cue: &CueVerb, source: Run) -> Option<Report> {
        let end = source.end as usize;
        let mark = matches!(self.reading.class(end), Some(Class::Comma | Class::Colon));
        let opens = cue.group == self.frame.start as usize && mark && end + 1 < self.limit() && self.reading.opening(end + 1).is_some();
        opens.then(|| self.forward(cue, source, Complement { start: end + 1, evidence: Evidence::Quote })).flatten()
    }

    fn skip_time(&self, token: usize) -> usize {
        if self.reading.class(token) == Some(Class::Time) { token + 1 } else { token }
    }

    /// `…, saying that …`: the subject is that of the clause before, or of the one that follows.
    fn participle(&self, cue: &CueVerb) -> Option<Report> {
        if let Some(passing) = self.passes_on(cue) {
            return self.as_saying(cue, &passing);
        }
        let complement = complement::complement(self.reading, cue, self.limit())
            .filter(|found| is_report(cue, *found) && found.evidence != Evidence::Bare)?;
        if let Some(source) = self.absolute_subject(cue).or_else(|| self.own_subject(cue)) {
            return self.forward(cue, source, complement);
        }
        let before = self.main_source().or_else(|| self.first_subject(cue.group + 1));
        match before {
            Some(source) => self.forward(cue, source, complement),
            None => self.dangling(cue, complement),
        }
    }

    /// `Interfax |quoted| the minister as saying`: the verb of whoever passes on what is said.
    fn passes_on(&self, cue: &CueVerb) -> Option<CueVerb> {
        let floor = self.frame.start as usize;
        let passes_on = |&verb: &usize| {
            matches!(
                self.reading.lower(verb),
                "quote" | "quoted" | "quotes" | "quoting" | "cite" | "cited" | "cites" | "citing" | "reported"
            )
        };
        let is_passed_on = self.reading.lower(cue.group.wrapping_sub(1)) == "as";
        let verb = (floor..cue.group).rev().take(20).find(passes_on).filter(|_| is_passed_on)?;
        cue::verb(self.reading, verb, floor)
    }

    /// `Interfax quoted |the minister| as saying that …`, `“…,” |the minister| was quoted as saying`
    fn as_saying(&self, cue: &CueVerb, passing: &CueVerb) -> Option<Report> {
        let reporter = phrase::subject(self.reading, passing.group, self.frame.start as usize);
        let object = passing.tokens.end as usize;
        let source = if passing.usage == Use::Passive { reporter? } else { phrase::named(self.reading, object, cue.group - 1)? };
        let complement = complement::complement(self.reading, cue, self.limit());
        if let Some(after) = complement.filter(|found| is_report(cue, *found) && found.evidence != Evidence::Bare) {
            return self.forward(cue, source, after);
        }
        let start = reporter.map_or(passing.group, |reporter| reporter.start as usize);
        let before = self.content_before(start, cue)?;
        Some(self.backward(cue, source, before, cue.tokens.end as usize))
    }

    /// The source of the latest report of the sentence that is not a relative clause.
    fn main_source(&self) -> Option<Run> {
        self.reports
            .iter()
            .rev()
            .take(4)
            .filter_map(|report| report.source)
            .find(|source| self.reading.classes[source.start as usize] != Class::Relative)
    }

    /// `with |Quill| saying that …`, `with |its head, Ada Quill,| noting that …`, `footage of |Quill| asking`
    fn absolute_subject(&self, cue: &CueVerb) -> Option<Run> {
        let named = self
            .reading
            .name(cue.group.wrapping_sub(1))
            .filter(|name| name.label == Label::Person && name.tokens.end as usize == cue.group && name.tokens.start >= self.frame.start);
        if let Some(name) = named {
            return Some(name.tokens);
        }
        let floor = (self.frame.start as usize).max(cue.group.saturating_sub(12));
        let with = (floor..cue.group).rev().find(|&token| matches!(self.reading.lower(token), "with" | "despite"))?;
        let source = phrase::named(self.reading, with + 1, cue.group)?;
        let end = source.end as usize;
        let apposed = end + 1 == cue.group && source.range().any(|token| self.reading.classes[token] == Class::Comma);
        (end == cue.group || apposed).then_some(source)
    }

    /// `|a lawsuit| claiming that …`, `|protesters| demanding that …`: the noun right before speaks for others than the sentence does.
    fn own_subject(&self, cue: &CueVerb) -> Option<Run> {
        let noun = cue.group.checked_sub(1).filter(|&noun| noun > self.frame.start as usize)?;
        let speaks = matches!(
            self.reading.lower(noun),
            "lawsuit"
                | "lawsuits"
                | "suit"
                | "petition"
                | "complaint"
                | "indictment"
                | "study"
                | "studies"
                | "survey"
                | "poll"
                | "protesters"
                | "protestors"
                | "demonstrators"
                | "activists"
                | "critics"
                | "supporters"
        );
        let is_part = |token: &usize| {
            matches!(self.reading.classes[*token], Class::Open | Class::Venue | Class::Past | Class::Determiner | Class::Number)
        };
        let start = (self.frame.start as usize..cue.group).rev().take(6).take_while(is_part).last().filter(|_| speaks)?;
        Some(Run::new(start, cue.group))
    }

    /// `Calling it “a joke”, |the pilot| left`
    fn dangling(&self, cue: &CueVerb, complement: Complement) -> Option<Report> {
        let led = (self.frame.start as usize..cue.group)
            .all(|token| matches!(self.reading.classes[token], Class::Adverb | Class::Preposition | Class::Coordinator));
        let mut content = self.after(complement);
        content.end = index(clause::before_main_clause(self.reading, content));
        let mut next = content.end as usize;
        next += usize::from(self.reading.class(next) == Some(Class::Comma));
        let source = led.then(|| phrase::named(self.reading, next, self.limit())).flatten()?;
        Some(finish(cue, Some(source), vec![content], "quote.participle", content.end as usize))
    }

    /// `|records| show`, `|data available with the board| show`: not `his face showed`
    fn is_recorded(&self, cue: &CueVerb) -> bool {
        let is_record = |token: usize| {
            matches!(
                self.reading.lower(token),
                "accounts" | "data" | "documents" | "emails" | "figures" | "filings" | "minutes" | "papers" | "records" | "statistics"
            )
        };
        cue.usage == Use::Finite && self.subject(cue).is_some_and(|subject| subject.range().take(4).any(is_record))
    }

    /// `|the inquest| heard`, `|jurors| were told`
    fn is_hearing(&self, cue: &CueVerb) -> bool {
        let hears = cue.verb.lemma == "hear" || cue.verb.lemma == "tell" && cue.usage == Use::Passive;
        let is_body = |token: usize| {
            matches!(
                self.reading.lower(token),
                "committee" | "court" | "hearing" | "inquest" | "inquiry" | "jurors" | "jury" | "magistrates" | "panel" | "tribunal"
            )
        };
        // "the inquest, at Norwick town hall, heard"
        let apposed = || {
            self.reading.class_before(cue.group) == Some(Class::Comma) && self.subject(cue).is_some_and(|body| body.range().any(is_body))
        };
        hears && (is_body(cue.group.wrapping_sub(1)) || apposed())
    }

    /// `The court heard that …`, `…, the jury was told.`: by whom is not said. A court also hears a case, or a man who is ill.
    fn heard(&self, cue: &CueVerb) -> Option<Report> {
        let end = cue.tokens.end as usize;
        let is_clause = |start: usize| {
            let verb = (start..self.limit()).find(|&token| self.reading.classes[token].is_tensed());
            let is_one = |verb: usize| (start..verb).all(|token| self.reading.classes[token] != Class::Relative);
            // "heard a man who was ill", "heard Ada Quill say it was late"
            verb.is_none_or(|verb| self.reading.lower(verb) != "say" && is_one(verb))
        };
        let reports = |found: &Complement| match found.evidence {
            Evidence::Clause => is_clause(found.start),
            evidence => matches!(evidence, Evidence::That | Evidence::Question),
        };
        if (cue.group..end).any(|token| self.reading.classes[token] == Class::Modal) {
            return None;
        }
        let follows = complement::complement(self.reading, cue, self.limit()).filter(reports);
        let is_last = !matches!(self.reading.lower(end), "by" | "to" | "of" | "about" | "from");
        let before = || self.subject(cue).filter(|_| is_last).and_then(|subject| self.content_before(subject.start as usize, cue));
        let content = follows.map(|found| self.after(found)).or_else(before)?;
        Some(finish(cue, None, vec![content], "quote.passive", content.end.max(cue.tokens.end) as usize))
    }

    /// `was told by |the pilot| that …`, not "by email"
    fn agent(&self, cue: &CueVerb) -> Option<Run> {
        let by = cue.tokens.end as usize;
        let is_means = || {
            matches!(
                self.reading.lower(by + 1),
                "e" | "email" | "letter" | "mail" | "message" | "phone" | "post" | "radio" | "telephone" | "text" | "video"
            )
        };
        (self.reading.lower(by) == "by" && !is_means()).then(|| phrase::named(self.reading, by + 1, self.limit())).flatten()
    }

    /// `was told that …`: nobody is named, or who did it behind "by".
    fn passive(&self, cue: &CueVerb) -> Option<Report> {
        let impersonal = cue.verb.takes('t') && self.reading.lower(cue.group.wrapping_sub(1)) == "it";
        if !cue.verb.takes('a') && !impersonal {
            return None;
        }
        let complement = complement::complement(self.reading, cue, self.limit())?;
        let told = match complement.evidence {
            // "were informed “as soon as possible”"
            Evidence::Quote => self.reading.class(complement.start + 1) != Some(Class::Preposition),
            evidence => matches!(evidence, Evidence::That | Evidence::Clause | Evidence::Question),
        };
        let agent = self.agent(cue);
        let rule = if agent.is_some() { "quote.that" } else { "quote.passive" };
        told.then(|| finish(cue, agent, vec![self.after(complement)], rule, complement.start))
    }
}

/// Whether the verb reports what follows it.
fn is_report(cue: &CueVerb, found: Complement) -> bool {
    let says = cue.verb.takes('s') || cue.verb.takes('t') || cue.verb.takes('a');
    match found.evidence {
        Evidence::That | Evidence::Question => says || cue.verb.takes('w'),
        Evidence::Quote | Evidence::Colon | Evidence::Object => true,
        Evidence::Clause => says,
        Evidence::Infinitive => cue.verb.takes('i') || cue.verb.takes('g'),
        Evidence::Bare => matches!(cue.verb.lemma, "say" | "tell"),
        Evidence::Name => cue.usage == Use::Finite,
    }
}

pub(super) fn finish(cue: &CueVerb, source: Option<Run>, content: Vec<Run>, rule: &'static str, end: usize) -> Report {
    Report { source, cue: Some(cue.tokens), lemma: cue.verb.lemma, polarity: cue.polarity(), content, rule, end }
}
