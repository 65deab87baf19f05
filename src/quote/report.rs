//! Reports: a cue, its source, and what is reported before, after or around it.
//!
//! ```text
//! “No,” Ada Quill said, “never.”   content  source cue  content
//! According to the pilot, the boat was slow.
//! ```

use super::clause::{self, Complement, Evidence};
use super::cue::{self, CueVerb, Use};
use super::phrase;
use super::reading::Reading;
use super::turn;
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
    let asks = matches!(reading.lower(reading.quoted[pair].content.end as usize - 1), "?" | "!" | "..." | "…" | "—" | "–" | "--");
    asks && tells_who(reading, token, limit)
}

/// `Ada Quill asked.`, `the crowd chanted on Monday.`
fn tells_who(reading: &Reading<'_, '_>, start: usize, limit: usize) -> bool {
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
        && clause::complement(reading, &cue, limit).is_none_or(|found| matches!(found.evidence, Evidence::Bare | Evidence::Quote))
        && !matches!(next, Some(Class::That | Class::Colon | Class::Quote))
}

struct Sentence<'r, 'a, 't> {
    reading: &'r Reading<'a, 't>,
    frame: Run,
    /// Whether somebody is speaking already: what they believe, and what they say of themselves, is no report then.
    quoted: bool,
    /// Content before a cue begins here at the earliest.
    floor: usize,
    reports: Vec<Report>,
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
                .filter(|report| !self.repeats(report));
            if let Some(report) = report {
                token = report.cue.map_or(token, |cue| cue.end as usize - 1).max(token);
                self.floor = report.end.max(self.floor);
                self.reports.push(report);
            }
            token = self.reading.after(token);
        }
    }

    /// `“Nothing works.” — Tom Holm`, `“I never swam”: Tom Holm on his career`
    fn signature(&self, token: usize) -> Option<Report> {
        let start = self.frame.start as usize;
        let pair = self.reading.opening(start).filter(|_| self.floor == start && !self.quoted)?;
        let quoted = self.reading.quoted[pair].tokens;
        let signs = matches!(self.reading.lower(token), "—" | "–" | "―" | "--" | "-") || self.reading.classes[token] == Class::Colon;
        if token != quoted.end as usize || !signs {
            return None;
        }
        let source = phrase::named(self.reading, token + 1, self.limit())?;
        // "“…”: Leeds counts its dead" is a headline, and nobody who says it.
        let named = match self.reading.name(source.start as usize) {
            Some(name) => name.label != Label::Place || name.tokens.end >= source.end,
            None => self.reading.classes[source.start as usize] == Class::Name,
        };
        let rest = self.reading.class(source.end as usize);
        let bounded = source.end as usize >= self.limit()
            || matches!(rest, Some(Class::Bracket | Class::Comma | Class::Mark | Class::Time | Class::Preposition))
            || self.reading.class(source.end as usize + 1) == Some(Class::Number);
        (named && bounded).then(|| Report {
            source: Some(source),
            cue: Some(Run::new(token, token + 1)),
            lemma: "—",
            polarity: Polarity::Asserts,
            content: vec![quoted],
            rule: "quote.signature",
            end: source.end as usize,
        })
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

    fn limit(&self) -> usize {
        self.frame.end as usize
    }

    /// A verb that reports, with its subject and content.
    fn report(&self, token: usize) -> Option<Report> {
        let cue = cue::verb(self.reading, token, self.frame.start as usize)
            .filter(|cue| !self.quoted || !cue.verb.takes('b') || self.reading.opening(cue.tokens.end as usize).is_some())
            .filter(|cue| cue.verb.lemma != "feel" || token >= self.floor || self.reading.opening(cue.tokens.end as usize).is_none())?;
        match cue.usage {
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
        let complement = clause::complement(self.reading, cue, self.limit())
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
        let complement = clause::complement(self.reading, cue, self.limit());
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
            Some(Class::Comma) if self.reading.closing(group.wrapping_sub(2)).is_some() => None,
            Some(Class::Comma) => phrase::subject(self.reading, group, floor).or_else(|| self.first_subject(group)),
            Some(_) => phrase::subject(self.reading, group, floor),
            None => None,
        }
    }

    /// `she |is said to| have replied`: where what others say of the speaker begins.
    fn hearsay(&self, group: usize) -> Option<usize> {
        let verb = group.checked_sub(3).filter(|&verb| verb > self.frame.start as usize)?;
        let said =
            matches!(self.reading.lower(verb + 1), "said" | "reported" | "alleged" | "believed" | "understood" | "rumoured" | "rumored");
        (said && self.reading.lower(group) == "have" && matches!(self.reading.lower(verb), "is" | "are" | "was" | "were")).then_some(verb)
    }

    /// The subject of the sentence, for "He laughed and said".
    fn first_subject(&self, before: usize) -> Option<Run> {
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
        let name = age.then(|| self.reading.name(token.wrapping_sub(2))).flatten().map(|name| name.tokens);
        if age { name } else { Some(subject) }
    }

    /// The comma after words that lead in: the first one with a clause behind it, else the first one.
    fn main_clause_comma(&self, token: usize, before: usize) -> Option<usize> {
        let commas = || (token..before.min(token + 40)).filter(|&token| self.reading.classes[token] == Class::Comma).take(3);
        commas().find(|&comma| clause::has_clause(self.reading, comma + 1, self.limit())).or_else(|| commas().next())
    }

    /// `“…,” said Ada Quill, the pilot`
    fn inverted(&self, cue: &CueVerb) -> Option<Report> {
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
        let complement = clause::complement(self.reading, cue, self.limit())
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

    /// `was told that …`: nobody is named.
    fn passive(&self, cue: &CueVerb) -> Option<Report> {
        let impersonal = cue.verb.takes('t') && self.reading.lower(cue.group.wrapping_sub(1)) == "it";
        if !cue.verb.takes('a') && !impersonal {
            return None;
        }
        let complement = clause::complement(self.reading, cue, self.limit())?;
        let told = matches!(complement.evidence, Evidence::That | Evidence::Clause | Evidence::Quote | Evidence::Question);
        told.then(|| finish(cue, None, vec![self.after(complement)], "quote.passive", complement.start))
    }

    /// Where content right before `end` begins, if a comma or a closing mark is there.
    fn content_before(&self, end: usize, cue: &CueVerb) -> Option<Run> {
        let mut last = end.checked_sub(1).filter(|&last| last >= self.floor)?;
        if self.reading.classes[last] == Class::Comma {
            last = last.checked_sub(1).filter(|&last| last >= self.floor)?;
        } else if self.reading.closing(last).is_none() && !self.is_dash(last) {
            return None;
        }
        let start = self.led_in(self.content_start(last), last);
        let start = self.behind_colon(start, last, cue).unwrap_or(start);
        let content = Run::new(start, last + 1);
        let clausal = ['s', 't', 'q'].into_iter().any(|usage| cue.verb.takes(usage));
        let quoted = self.reading.closing(last).is_some();
        let whole = quoted || !cue.verb.takes('q') && self.is_clause(content, cue);
        (clausal && whole).then_some(content)
    }

    /// `As for the cost, |“it is high,”| he said`: words that only lead to the marks are left out.
    fn led_in(&self, start: usize, last: usize) -> usize {
        let reading = self.reading;
        let Some(pair) = reading.closing(last) else { return start };
        let opener = reading.quoted[pair].tokens.start as usize;
        if opener > start && reading.classes[opener - 1] == Class::Colon {
            return opener;
        }
        let leads = opener > start
            && opener < start + 12
            && reading.classes[opener - 1] == Class::Comma
            && reading.classes[start] == Class::Preposition;
        let verbs = (start..opener).any(|token| {
            reading.classes[token].is_tensed() || matches!(reading.classes[token], Class::Past | Class::Subject | Class::Quote)
        });
        if leads && !verbs { opener } else { start }
    }

    /// `The rule is simple: |the sea|, she said, |takes no prisoners|`
    fn behind_colon(&self, start: usize, last: usize, cue: &CueVerb) -> Option<usize> {
        let put_in = self.reading.class(cue.tokens.end as usize) == Some(Class::Comma) && self.reading.closing(last).is_none();
        (start..last).rev().take(12).find(|&token| put_in && self.reading.classes[token] == Class::Colon).map(|colon| colon + 1)
    }

    /// Whether what stands before the cue can be a reported clause: it has a verb, or the rest of it follows the cue.
    fn is_clause(&self, content: Run, cue: &CueVerb) -> bool {
        let reading = self.reading;
        let (start, end) = (content.start as usize, content.end as usize);
        let cue_end = cue.tokens.end as usize;
        let comma = self.skip_occasion(cue_end);
        let goes_on = reading.class(comma + 1).is_some_and(|class| class.is_tensed() || class == Class::Past);
        if reading.class(comma) == Some(Class::Comma) && (goes_on || comma == cue_end) {
            return !cue.nounlike && (goes_on || content.len() > 1);
        }
        if cue.nounlike || content.len() < 2 {
            return false;
        }
        let led_in = matches!(reading.classes[start], Class::Preposition | Class::Subordinator | Class::To | Class::Past | Class::Gerund)
            && !phrase::counts(reading, start);
        if !led_in {
            return clause::has_clause(reading, start, end)
                || cue.verb.takes('s') && (reading.is_headline(start) || self.is_plain(content) || self.closes_sentence(content, cue));
        }
        (start..end.min(start + 30))
            .find(|&token| reading.classes[token] == Class::Comma)
            .is_some_and(|comma| clause::has_clause(reading, comma + 1, end))
    }

    /// `…, officials |said|.`: at the end of the sentence the cue reports all of it, too long to be a subject and its apposition.
    fn closes_sentence(&self, content: Run, cue: &CueVerb) -> bool {
        let end = cue.tokens.end as usize;
        let over = end >= self.limit() || self.reading.classes[end] == Class::Mark && end + 1 >= self.limit();
        over && content.len() >= 12
    }

    /// Words without a comma: with one they may be a subject and its apposition.
    fn is_plain(&self, content: Run) -> bool {
        content.len() < 20 && content.range().all(|token| self.reading.classes[token] != Class::Comma)
    }

    fn is_dash(&self, token: usize) -> bool {
        matches!(self.reading.lower(token), "—" | "–" | "--")
    }

    /// The content that ends with `last` begins at the floor, after what only leads on from the report before.
    fn content_start(&self, last: usize) -> usize {
        let mut start = self.floor.min(last);
        while start < last && matches!(self.reading.classes[start], Class::Comma | Class::Mark) && self.reading.opening(start).is_none() {
            start += 1;
        }
        start
    }

    /// Whether the clause after the cue is the content although something stands before it.
    fn prefers_after(&self, before: Run, after: Complement) -> bool {
        let all_quoted = self.reading.opening(before.start as usize).is_some_and(|pair| self.reading.quoted[pair].tokens.end == before.end);
        match after.evidence {
            Evidence::That | Evidence::Colon | Evidence::Question | Evidence::Infinitive | Evidence::Object | Evidence::Name => !all_quoted,
            Evidence::Quote => !all_quoted && self.reading.closing(before.end as usize - 1).is_none() && !self.is_predicate(after.start),
            Evidence::Clause | Evidence::Bare => self.reading.closing(before.end as usize - 1).is_none(),
        }
    }

    /// `The board, Quill says, |“has no money”|`: the words within marks need the subject before them.
    fn is_predicate(&self, opener: usize) -> bool {
        let after_comma = self.reading.class_before(opener) == Some(Class::Comma);
        after_comma && matches!(self.reading.class(opener + 1), Some(Class::Auxiliary | Class::Modal))
    }

    fn forward(&self, cue: &CueVerb, source: Run, complement: Complement) -> Option<Report> {
        if cue.nounlike && matches!(complement.evidence, Evidence::Clause | Evidence::Object) && !self.is_subject(source) {
            return None;
        }
        if complement.evidence == Evidence::Name {
            return self.name(cue, source, complement);
        }
        let mut content = self.after(complement);
        if complement.evidence == Evidence::Object {
            content.end = index(clause::to_last_marks(self.reading, complement.start, content.end as usize));
        }
        if complement.evidence == Evidence::Quote {
            content.end = self.before_occasion(content).unwrap_or(content.end);
        }
        if complement.evidence == Evidence::Infinitive {
            content.end = index(clause::infinitive_end(self.reading, complement.start, content.end as usize));
        }
        if self.is_subordinate(source) || self.is_absolute(source) {
            content.end = index(clause::before_main_clause(self.reading, content));
        }
        (!content.is_empty()).then(|| {
            let rule = match complement.evidence {
                Evidence::Quote | Evidence::Colon => "quote.cue-first",
                Evidence::Object => "quote.noun-phrase",
                Evidence::That => "quote.that",
                Evidence::Infinitive => "quote.infinitive",
                Evidence::Question => "quote.question",
                Evidence::Bare => "quote.short",
                _ => "quote.reported-clause",
            };
            finish(cue, Some(source), vec![content], rule, content.end as usize)
        })
    }

    /// `shouted |“shame”| as the vote was read out`: where words wholly within marks end, and when they were said follows.
    fn before_occasion(&self, content: Run) -> Option<u32> {
        let end = self.reading.quoted[self.reading.opening(content.start as usize)?].tokens.end;
        let when = match self.reading.lower(end as usize) {
            "as" => clause::has_clause(self.reading, end as usize + 1, content.end as usize),
            word => matches!(word, "when" | "while" | "after" | "before"),
        };
        (end < content.end && when).then_some(end)
    }

    /// `which the pilot called |“a joke”|`: what is named stands before the subject.
    fn name(&self, cue: &CueVerb, source: Run, complement: Complement) -> Option<Report> {
        let before = (source.start as usize).checked_sub(1).filter(|&before| before >= self.frame.start as usize)?;
        let led =
            matches!(self.reading.classes[before], Class::Relative | Class::That | Class::Question) || self.reading.lower(before) == "as";
        let pair = self.reading.quoted[self.reading.opening(complement.start)?];
        led.then(|| finish(cue, Some(source), vec![pair.tokens], "quote.epithet", pair.tokens.end as usize))
    }

    /// A phrase that can only be a subject: a verb that looks like a plural noun may follow it.
    fn is_subject(&self, source: Run) -> bool {
        let first = source.start as usize;
        source.len() == 1
            || matches!(self.reading.classes[first], Class::Determiner | Class::Possessive | Class::Subject | Class::Relative)
            || self.reading.name(first).is_some()
            || self.reading.name(source.end as usize - 1).is_some()
    }

    /// `With the mayor saying …, the council …`
    fn is_absolute(&self, source: Run) -> bool {
        source.start == self.frame.start + 1 && matches!(self.reading.lower(self.frame.start as usize), "with" | "despite")
    }

    /// `While the mayor says …, the council …`; `the mayor, who says …, left`
    fn is_subordinate(&self, source: Run) -> bool {
        let first = source.start as usize;
        let led = first > self.frame.start as usize
            && (self.reading.classes[first - 1] == Class::Subordinator
                || matches!(self.reading.lower(first - 1), "as" | "when" | "after" | "before" | "if" | "since" | "until"));
        led || self.reading.classes[first] == Class::Relative
    }

    fn after(&self, complement: Complement) -> Run {
        Run::new(complement.start, clause::end(self.reading, complement.start, self.limit()))
    }

    /// Content before the reporting clause, and what goes on behind it.
    fn backward(&self, cue: &CueVerb, source: Run, before: Run, clause_end: usize) -> Report {
        let mut content = vec![before];
        let quoted = self.reading.closing(before.end as usize - 1).is_some();
        let mut end = clause_end;
        if let Some(rest) = self.continuation(clause_end, quoted) {
            end = rest.end as usize;
            content.push(rest);
        }
        finish(cue, Some(source), content, if quoted { "quote.cue-after" } else { "quote.clause-first" }, end)
    }

    /// `…, he said, “…”`; `But, he said, the plan would go on`
    fn continuation(&self, clause_end: usize, quoted: bool) -> Option<Run> {
        let start = if quoted { self.next_marks(clause_end)? } else { self.rest_of_clause(clause_end)? };
        Some(Run::new(start, clause::end(self.reading, start, self.limit())))
    }

    /// The next opening mark behind a comma, with no other clause between: `he said on Monday, “…”`, `he said, but “…”`.
    fn next_marks(&self, clause_end: usize) -> Option<usize> {
        let reading = self.reading;
        let end = self.limit().min(clause_end + 40);
        let opener = (clause_end..end)
            .take_while(|&token| !reading.classes[token].is_tensed() && reading.classes[token] != Class::Subject)
            .find(|&token| reading.opening(token).is_some())?;
        let led = opener == clause_end || matches!(reading.classes[opener - 1], Class::Comma | Class::Colon | Class::Coordinator);
        let reports = (clause_end..opener)
            .any(|token| cue::verb(reading, token, clause_end).is_some_and(|cue| cue.usage == Use::Participle && !cue.verb.takes('n')));
        (led && !reports).then_some(opener)
    }

    /// `But, he said, |the plan would go on|`
    fn rest_of_clause(&self, clause_end: usize) -> Option<usize> {
        let (reading, limit) = (self.reading, self.limit());
        let clause_end = self.skip_occasion(clause_end);
        let marked = matches!(reading.class(clause_end), Some(Class::Comma | Class::Colon));
        let start = clause_end + usize::from(marked);
        if start >= limit {
            return None;
        }
        let verb_first = reading.classes[start].is_tensed();
        let leads_off =
            matches!(reading.classes[start], Class::Relative | Class::Coordinator) || cue::verb(reading, start, start).is_some();
        let goes_on = reading.opening(start).is_some() || verb_first || marked && !leads_off && limit - start > 3;
        goes_on.then_some(start)
    }

    /// `he said |on Monday|, would`: past when and where it was said, if a comma follows.
    fn skip_occasion(&self, clause_end: usize) -> usize {
        let reading = self.reading;
        let end = match reading.class(clause_end) {
            Some(Class::Time) => clause_end + 1,
            _ if reading.lower(clause_end) == "later" => clause_end + 1,
            Some(Class::Preposition) if reading.class(clause_end + 1) == Some(Class::Time) => clause_end + 2,
            Some(Class::Preposition) => match phrase::full(reading, clause_end + 1, self.limit()) {
                end if end > clause_end + 1 && phrase::is_occasion(reading, clause_end, end) => end,
                _ => clause_end,
            },
            _ => clause_end,
        };
        if reading.class(end) == Some(Class::Comma) { end } else { clause_end }
    }

    /// `according to`, `per`: where it ends.
    fn according(&self, token: usize) -> Option<usize> {
        match self.reading.lower(token) {
            "according" if self.reading.lower(token + 1) == "to" && !is_measure(self.reading.lower(token + 2)) => Some(token + 2),
            "per" if token == self.frame.start as usize || self.reading.class_before(token) == Some(Class::Comma) => Some(token + 1),
            _ => None,
        }
    }

    /// `According to the pilot, the boat was slow`; `the boat was slow, according to the pilot`
    fn according_to(&self, token: usize) -> Option<Report> {
        let cue_end = self.according(token)?;
        let limit = self.limit();
        let before = Run::new(self.content_start(token), clause::strip(self.reading, self.content_start(token), token));
        let source = phrase::named(self.reading, cue_end, limit)?;
        let source = if before.len() < 2 { self.before_its_clause(source) } else { source };
        let end = source.end as usize;
        let cue = Some(Run::new(token, cue_end));
        let report = |content: Vec<Run>, end| Report {
            source: Some(source),
            cue,
            lemma: "according to",
            polarity: Polarity::Asserts,
            content,
            rule: "quote.according-to",
            end,
        };
        if before.len() >= 2 {
            let rest = self.continuation(end, self.reading.closing(before.end as usize - 1).is_some());
            let end = rest.map_or(end, |rest| rest.end as usize);
            return Some(report(std::iter::once(before).chain(rest).collect(), end));
        }
        let comma = (end..limit.min(end + 30))
            .find(|&place| self.reading.classes[place] == Class::Comma || self.reading.opening(place).is_some())?;
        let comma = if self.reading.class(comma + 1) == Some(Class::Relative) { self.main_clause_comma(comma + 1, limit)? } else { comma };
        let start = if self.reading.classes[comma] == Class::Comma { comma + 1 } else { comma };
        let content = Run::new(start, clause::end(self.reading, start, limit));
        (!content.is_empty()).then(|| report(vec![content], content.end as usize))
    }

    /// `According to |Ekos, the agency|, the sea rose`, but `According to |Ekos|, the agency, closed since May, rose again`:
    /// what looks like an apposition is the subject of the clause when a verb follows it.
    fn before_its_clause(&self, source: Run) -> Run {
        let first = source.range().find(|&token| self.reading.classes[token] == Class::Comma);
        if let Some(comma) = first.filter(|&comma| clause::has_clause(self.reading, comma + 1, self.limit())) {
            return Run::new(source.start as usize, comma);
        }
        let next = source.end as usize + usize::from(self.reading.class(source.end as usize) == Some(Class::Comma));
        let verb_follows = matches!(self.reading.class(next), Some(Class::Auxiliary | Class::Modal | Class::Finite | Class::Past));
        match source.range().find(|&token| self.reading.classes[token] == Class::Comma) {
            Some(comma) if verb_follows || next == source.end as usize => Run::new(source.start as usize, comma),
            _ => source,
        }
    }

    /// `denied |Ada Quill’s claim that| the boat was slow`: what somebody has said, as a noun. Not where the noun opens the sentence, for then its
    /// clause ends where nothing shows it.
    fn noun(&self, token: usize) -> Option<Report> {
        let reading = self.reading;
        let that = token + 1;
        let floor = self.frame.start as usize;
        if reading.class(that) != Some(Class::That) || that + 1 >= self.limit() || token == floor {
            return None;
        }
        let lemma = *SAYINGS.iter().find(|&&noun| noun == reading.lower(token))?;
        let source = match reading.class_before(token)? {
            Class::Possessive => Run::new(token - 1, token),
            Class::Genitive => self.owner(token - 1)?,
            _ => return None,
        };
        let start = source.start as usize;
        if start == floor {
            return None;
        }
        let mut content = Run::new(that + 1, clause::end(reading, that + 1, self.limit()));
        if reading.classes[floor] == Class::Preposition {
            content.end = index(clause::before_main_clause(reading, content));
        }
        let polarity = if lemma == "denial" { Polarity::Denies } else { Polarity::Asserts };
        (!content.is_empty()).then(|| Report {
            source: Some(source),
            cue: Some(Run::new(token, that)),
            lemma,
            polarity,
            content: vec![content],
            rule: "quote.noun",
            end: content.end as usize,
        })
    }

    /// `|Ada Quill|’s`, `|the captain|’s`
    fn owner(&self, genitive: usize) -> Option<Run> {
        let last = genitive.checked_sub(1)?;
        if let Some(name) = self.reading.name(last) {
            return Some(name.tokens);
        }
        let article = (self.frame.start as usize..last).rev().take(4).find(|&token| self.reading.classes[token] != Class::Open)?;
        (self.reading.classes[article] == Class::Determiner).then(|| Run::new(article, genitive))
    }

    /// `Quill on her plans: “…”`: a colon alone reports what is within marks.
    fn colon(&self, token: usize) -> Option<Report> {
        if token < self.floor
            || self.reading.classes[token] != Class::Colon
            || self.reading.opening(token + 1).is_none()
            || token + 1 >= self.limit()
        {
            return None;
        }
        let pair = self.reading.quoted[self.reading.opening(token + 1)?];
        if clause::has_comma_inside(self.reading, pair.tokens.end as usize)
            && tells_who(self.reading, pair.tokens.end as usize, self.limit())
        {
            return None;
        }
        let spoken = self.reports.last().filter(|report| report.end == token).and_then(|report| report.source);
        let source = spoken.or_else(|| self.first_subject(token + 1).filter(|source| source.end as usize <= token))?;
        if source.len() == 1 && turn::names_part(self.reading, source) {
            return None;
        }
        let content = Run::new(token + 1, clause::end(self.reading, token + 1, self.limit()));
        Some(Report {
            source: Some(source),
            cue: Some(Run::new(token, token + 1)),
            lemma: ":",
            polarity: Polarity::Asserts,
            content: vec![content],
            rule: "quote.colon",
            end: content.end as usize,
        })
    }
}

/// What people say, as nouns: "her claim that".
const SAYINGS: [&str; 22] = [
    "accusation",
    "admission",
    "allegation",
    "allegations",
    "announcement",
    "argument",
    "assertion",
    "assertions",
    "assurance",
    "assurances",
    "claim",
    "claims",
    "complaint",
    "contention",
    "denial",
    "insistence",
    "prediction",
    "remark",
    "statement",
    "suggestion",
    "warning",
    "warnings",
];

/// `according to plan`: a measure, and nobody who says anything.
fn is_measure(noun: &str) -> bool {
    matches!(
        noun,
        "plan" | "schedule" | "law" | "tradition" | "custom" | "need" | "size" | "age" | "taste" | "type" | "how" | "what" | "whether"
    )
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

fn finish(cue: &CueVerb, source: Option<Run>, content: Vec<Run>, rule: &'static str, end: usize) -> Report {
    Report { source, cue: Some(cue.tokens), lemma: cue.verb.lemma, polarity: cue.polarity(), content, rule, end }
}
