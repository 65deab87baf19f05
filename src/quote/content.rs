//! The content of a report: what stands before its clause, behind it, and on both sides.
//!
//! ```text
//! |“No,”| Ada Quill said, |“never.”|  ·  |The boat|, she said, |was late|  ·  Ada Quill said |the boat was late|
//! ```

use super::clause;
use super::complement::{Complement, Evidence};
use super::cue::{self, CueVerb, Use};
use super::phrase;
use super::reading::Reading;
use super::report::{Report, Sentence, finish};
use super::word::Class;
use crate::span::{Run, index};

impl Sentence<'_, '_, '_> {
    /// Where content right before `end` begins, if a comma or a closing mark is there.
    pub(super) fn content_before(&self, end: usize, cue: &CueVerb) -> Option<Run> {
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
        if self.reading.closing(last).is_some_and(|pair| self.is_title(pair, start)) {
            return None;
        }
        let subject = Run::new(end.min(cue.group), cue.group);
        let whole = quoted || !cue.verb.takes('q') && self.is_clause(content, subject, cue);
        (clausal && whole).then_some(content)
    }

    /// `In a report titled |“Rising Seas”|, she said`: words within marks that nobody says, and no clause before them.
    fn is_title(&self, pair: usize, start: usize) -> bool {
        let opener = self.reading.quoted[pair].tokens.start as usize;
        let before = opener.saturating_sub(1);
        matches!(self.reading.lower(before), "captioned" | "entitled" | "headed" | "headlined" | "titled")
            && !clause::has_clause(self.reading, start.min(before), before)
    }

    /// `As for the cost, |“it is high,”| he said`: words that only lead to the marks are left out.
    fn led_in(&self, start: usize, last: usize) -> usize {
        let reading = self.reading;
        let Some(pair) = reading.closing(last) else { return start };
        let opener = reading.quoted[pair].tokens.start as usize;
        if opener > start && (reading.classes[opener - 1] == Class::Colon || reading.lower(opener - 1) == ";") {
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
        let comma = cue.tokens.end as usize;
        let put_in = self.reading.class(comma) == Some(Class::Comma) && self.goes_on(comma) && self.reading.closing(last).is_none();
        (start..last).rev().take(12).find(|&token| self.reading.classes[token] == Class::Colon).filter(|_| put_in).map(|colon| colon + 1)
    }

    /// `she said, |takes no prisoners|`: the verb of the clause stands behind the comma.
    fn goes_on(&self, comma: usize) -> bool {
        self.reading.class(comma + 1).is_some_and(|class| class.is_tensed() || class == Class::Past)
    }

    /// `|Ada Quill has not|, she says, read it`
    fn is_cut(&self, content: Run) -> bool {
        matches!(self.reading.classes[content.end as usize - 1], Class::Auxiliary | Class::Modal | Class::Negation)
    }

    /// Whether what stands before the cue can be a reported clause: it has a verb, or the rest of it follows the cue.
    fn is_clause(&self, content: Run, subject: Run, cue: &CueVerb) -> bool {
        let reading = self.reading;
        let (start, end) = (content.start as usize, content.end as usize);
        let cue_end = cue.tokens.end as usize;
        let comma = self.skip_occasion(self.skip_audience(cue));
        let goes_on = self.is_cut(content) || self.goes_on(comma);
        if reading.class(comma) == Some(Class::Comma) && (goes_on || comma == cue_end) {
            return !cue.nounlike && (goes_on || content.len() > 1);
        }
        if cue.nounlike && !(self.is_last(cue) && self.is_short(subject)) || content.len() < 2 {
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

    /// `|the paper| states`, `|the Red Cross| estimates`, and nothing longer that the cue could be a noun of.
    fn is_short(&self, subject: Run) -> bool {
        let first = subject.start as usize;
        let opens = !subject.is_empty() && matches!(self.reading.classes[first], Class::Determiner | Class::Name);
        opens
            && subject.len() <= 4
            && subject.range().all(|token| !matches!(self.reading.classes[token], Class::Preposition | Class::Number))
    }

    /// Whether the cue ends the sentence: `…, the paper |states|.`
    fn is_last(&self, cue: &CueVerb) -> bool {
        let end = cue.tokens.end as usize;
        end >= self.limit() || self.reading.classes[end] == Class::Mark && end + 1 >= self.limit()
    }

    /// `…, officials |said|.`: at the end of the sentence the cue reports all of it, too long to be a subject and its apposition.
    fn closes_sentence(&self, content: Run, cue: &CueVerb) -> bool {
        self.is_last(cue) && content.len() >= 12
    }

    /// Words without a comma: with one they may be a subject and its apposition.
    fn is_plain(&self, content: Run) -> bool {
        content.len() < 20 && content.range().all(|token| self.reading.classes[token] != Class::Comma)
    }

    fn is_dash(&self, token: usize) -> bool {
        matches!(self.reading.lower(token), "—" | "–" | "--")
    }

    /// The content that ends with `last` begins at the floor, after what only leads on from the report before.
    pub(super) fn content_start(&self, last: usize) -> usize {
        let mut start = self.floor.min(last);
        while start < last && matches!(self.reading.classes[start], Class::Comma | Class::Mark) && self.reading.opening(start).is_none() {
            start += 1;
        }
        start
    }

    /// Whether the clause after the cue is the content although something stands before it.
    pub(super) fn prefers_after(&self, before: Run, after: Complement) -> bool {
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

    pub(super) fn forward(&self, cue: &CueVerb, source: Run, complement: Complement) -> Option<Report> {
        if cue.nounlike && matches!(complement.evidence, Evidence::Clause | Evidence::Object) && !self.is_subject(source) {
            return None;
        }
        if complement.evidence == Evidence::Name {
            return self.name(cue, source, complement);
        }
        if self.is_noun(cue, source, complement) {
            return None;
        }
        let mut content = self.after(complement);
        if complement.evidence == Evidence::Object {
            let end = clause::to_last_marks(self.reading, complement.start, content.end as usize);
            content.end = index(self.epithet_end(source, content).unwrap_or(end));
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

    /// `what the pilot calls |the “new deal”| comes late`: where the name ends, and the sentence goes on.
    fn epithet_end(&self, source: Run, content: Run) -> Option<usize> {
        let named = self.reading.lower((source.start as usize).wrapping_sub(1)) == "what";
        let close = content.range().find(|&token| self.reading.closing(token).is_some()).filter(|_| named)?;
        let end = phrase::core(self.reading, content.start as usize, content.end as usize).max(close + 1);
        self.reading.class(end).filter(|class| class.is_tensed()).map(|_| end)
    }

    /// `said its internal |rules| “protect users”`, `leave weaker |states| exposed to “bullies”`: within what is reported, a noun.
    fn is_noun(&self, cue: &CueVerb, source: Run, complement: Complement) -> bool {
        let first = source.start as usize;
        let marked = matches!(complement.evidence, Evidence::Quote | Evidence::Object);
        let owned = self.reading.classes[first] == Class::Possessive && source.len() == 2;
        let bare = self.reading.classes[first] == Class::Open && source.len() == 1 && !self.reading.lower(first).ends_with('s');
        marked && cue.nounlike && first < self.floor && (owned || bare)
    }

    /// `shouted |“shame”| as the vote was read out`: where words wholly within marks end, and when they were said follows.
    fn before_occasion(&self, content: Run) -> Option<u32> {
        let end = self.reading.quoted[self.reading.opening(content.start as usize)?].tokens.end;
        let when = matches!(self.reading.lower(end as usize), "as" | "when" | "while" | "after" | "before")
            && clause::has_clause(self.reading, end as usize + 1, content.end as usize);
        let marks_follow = || (end..content.end).any(|token| self.reading.opening(token as usize).is_some());
        (end < content.end && when && !marks_follow()).then_some(end)
    }

    /// `which the pilot called |“a joke”|`: what is named stands before the subject.
    pub(super) fn name(&self, cue: &CueVerb, source: Run, complement: Complement) -> Option<Report> {
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

    pub(super) fn after(&self, complement: Complement) -> Run {
        Run::new(complement.start, clause::end(self.reading, complement.start, self.limit()))
    }

    /// Content before the reporting clause, and what goes on behind it.
    pub(super) fn backward(&self, cue: &CueVerb, source: Run, before: Run, clause_end: usize) -> Report {
        let mut content = vec![before];
        let quoted = self.reading.closing(before.end as usize - 1).is_some();
        let mut end = clause_end;
        let clause_end = if clause_end == cue.tokens.end as usize { self.skip_audience(cue) } else { clause_end };
        let rest = if self.is_cut(before) && self.reading.class(clause_end) == Some(Class::Comma) {
            Some(Run::new(clause_end + 1, clause::end(self.reading, clause_end + 1, self.limit())))
        } else {
            self.continuation(clause_end, quoted)
        };
        if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
            end = rest.end as usize;
            content.push(rest);
        }
        finish(cue, Some(source), content, if quoted { "quote.cue-after" } else { "quote.clause-first" }, end)
    }

    /// `…, he said, “…”`; `But, he said, the plan would go on`
    pub(super) fn continuation(&self, clause_end: usize, quoted: bool) -> Option<Run> {
        let start = if quoted { self.next_marks(clause_end)? } else { self.rest_of_clause(clause_end)? };
        Some(Run::new(start, clause::end(self.reading, start, self.limit())))
    }

    /// The next opening mark behind a comma, with no other clause between: `he said on Monday, “…”`, `he said, but “…”`.
    fn next_marks(&self, clause_end: usize) -> Option<usize> {
        let reading = self.reading;
        let clause_end = self.skip_who(clause_end).unwrap_or(clause_end);
        let end = self.limit().min(clause_end + 40);
        let opener = (clause_end..end)
            .take_while(|&token| !reading.classes[token].is_tensed() && reading.classes[token] != Class::Subject)
            .find(|&token| reading.opening(token).is_some())?;
        let led = opener == clause_end || matches!(reading.classes[opener - 1], Class::Comma | Class::Colon | Class::Coordinator);
        let reports = (clause_end..opener).any(|token| {
            cue::verb(reading, token, clause_end)
                .is_some_and(|cue| cue.usage == Use::Participle && !cue.verb.takes('n') && cue.verb.lemma != "speak")
        });
        (led && !reports).then_some(opener)
    }

    /// `said Tom Holm, |who has led the union since 2019|, “…”`: past a clause that reports nothing, up to the comma before the marks.
    fn skip_who(&self, comma: usize) -> Option<usize> {
        let reading = self.reading;
        let who = reading.class(comma) == Some(Class::Comma) && reading.lower(comma + 1) == "who";
        let end = self.limit().min(comma + 40);
        let close = (comma + 2..end)
            .find(|&token| reading.classes[token] == Class::Comma && reading.opening(token + 1).is_some())
            .filter(|_| who)?;
        let reports = (comma + 2..close).any(|token| cue::verb(reading, token, comma).is_some_and(|cue| !cue.nounlike));
        (!reports).then_some(close)
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
        let leads_off = matches!(reading.classes[start], Class::Relative | Class::Coordinator)
            || cue::verb(reading, start, start).is_some()
            || phrase::is_since(reading, start);
        let goes_on = reading.opening(start).is_some() || verb_first || marked && !leads_off && limit - start > 3;
        goes_on.then_some(start)
    }

    /// `he told |investors|, was`: past who was spoken to, if a comma follows.
    fn skip_audience(&self, cue: &CueVerb) -> usize {
        let end = cue.tokens.end as usize;
        let audience = if cue.verb.takes('a') { phrase::full(self.reading, end, self.limit()) } else { end };
        let is_over = self.reading.class(audience) == Some(Class::Comma) || self.skip_occasion(audience) > audience;
        if is_over { audience } else { end }
    }

    /// `he said |on Monday|, would`, `he said |with a laugh|, would`: past when and where it was said, if a comma follows.
    fn skip_occasion(&self, clause_end: usize) -> usize {
        let reading = self.reading;
        let end = match reading.class(clause_end) {
            Some(Class::Time) => clause_end + 1,
            _ if reading.lower(clause_end) == "later" => clause_end + 1,
            Some(Class::Preposition) if reading.class(clause_end + 1) == Some(Class::Time) => clause_end + 2,
            Some(Class::Preposition) => match phrase::full(reading, clause_end + 1, self.limit()) {
                // "in a note to clients"
                end if is_written(reading, clause_end, end) && reading.class(end) == Some(Class::To) => {
                    phrase::full(reading, end + 1, self.limit())
                }
                end if is_written(reading, clause_end, end) => end,
                end if end > clause_end + 1 && (reading.lower(clause_end) == "with" || phrase::is_occasion(reading, clause_end, end)) => {
                    end
                }
                _ => clause_end,
            },
            _ => clause_end,
        };
        if reading.class(end) == Some(Class::Comma) { end } else { clause_end }
    }
}

/// `wrote |in a note to clients|, was`
fn is_written(reading: &Reading<'_, '_>, preposition: usize, end: usize) -> bool {
    let document = |token: usize| {
        matches!(reading.lower(token), "note" | "letter" | "email" | "memo" | "post" | "report" | "book" | "column" | "blog" | "message")
    };
    reading.lower(preposition) == "in" && (preposition + 1..end).any(document)
}
