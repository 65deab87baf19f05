//! Parts of the year and stretches of years.
//!
//! ```text
//! the third quarter · Q3 2024 · the second half of 1942 · fiscal 2025 · winter 2022-23 · the spring of 1968 ·
//! the 1960s · the nineties · the 21st century · the first Monday of September · the third week of April
//! ```

use super::meaning::{From, Length, Meaning, Name, Timex, When, Year};
use super::period::{Period, Season, Unit};
use super::reader::{Reader, Reading, longest};
use super::words::{Class, Which};

impl Reader<'_> {
    pub(super) fn stretch(&self, at: usize) -> Option<Reading> {
        longest([
            self.quarter(at),
            self.season(at),
            self.decade(at),
            self.century(at),
            self.nth(at),
            self.fiscal_year(at),
            self.the_unit(at),
        ])
    }

    /// `the third quarter of 2019`, `third-quarter`, `Q3 2024`, `this year's third quarter`, `the second half`
    fn quarter(&self, at: usize) -> Option<Reading> {
        let (start, mut year) = self.leading_year(at);
        if start > at && self.is_dash(start + 1) {
            return None;
        }
        let fiscal = self.is(start, &["fiscal"]);
        let start = self.skip(start, &["fiscal"]);
        let (end, name) = if let Class::QuarterName(quarter) = self.class(start) {
            (start + 1, Name::Quarter(quarter))
        } else if let Class::HalfName(half) = self.class(start) {
            (start + 1, Name::Half(half))
        } else if let Class::Quantity(half @ (100 | 200), Unit::Hour) = self.class(start) {
            (start + 1, Name::Half(if half == 100 { 1 } else { 2 }))
        } else {
            let (after, number) = self.ordinal_or_last(start)?;
            let fiscal_inside = self.is(after, &["fiscal"]);
            let unit = self.skip(self.skip_hyphen(after), &["fiscal", "financial"]);
            match (self.class(unit), number) {
                (Class::Unit(Unit::Quarter), 1..=4) if fiscal_inside => (unit + 1, Name::FiscalQuarter(number)),
                (Class::Unit(Unit::Quarter), 1..=4) => (unit + 1, Name::Quarter(number)),
                (Class::Unit(Unit::Half), 1 | 2 | 4) if !self.is(unit + 1, &["-", "time"]) => (unit + 1, Name::Half(number.min(2))),
                _ => return None,
            }
        };
        let (end, after) = self.trailing_year(end);
        if year == Year::Open {
            year = after;
        }
        // "the first quarter of the game", "the Q2 results": the article belongs to what follows.
        let is_short = matches!(self.class(start), Class::QuarterName(_) | Class::HalfName(_));
        if year == Year::Open && self.is(end, &["of"]) || is_short && start == at + 1 && self.is(at, &["the"]) {
            return None;
        }
        // A half is one of the year only where the year is told: the second half of a match is none.
        if matches!(name, Name::Half(_)) && year == Year::Open {
            return None;
        }
        let fiscal = fiscal || matches!(self.class(end - 1), Class::Fiscal(_));
        let name = match name {
            Name::Quarter(quarter) if fiscal => Name::FiscalQuarter(quarter),
            name => name,
        };
        Some(Reading { end, timex: named_in("date.quarter", name, year) })
    }

    /// `the first`, `the last`, `the latter`, `the final`
    fn ordinal_or_last(&self, at: usize) -> Option<(usize, u8)> {
        if self.is(at, &["last", "final", "latter"]) {
            return Some((at + 1, 4));
        }
        self.ordinal(at).and_then(|(end, number)| Some((end, u8::try_from(number).ok()?)))
    }

    /// The year before a quarter: `the 1998 third quarter`, `this year's third quarter`, `its fiscal 2024`.
    fn leading_year(&self, at: usize) -> (usize, Year) {
        let start = self.skip(at, &["the"]);
        if let Class::Int(year @ 1900..=2199, 4) = self.class(start) {
            return (start + 1, Year::Is(i32::try_from(year).unwrap_or(0)));
        }
        let year = match self.class(start) {
            Class::Which(Which::This) => Year::FromNow(0),
            Class::Which(Which::Last) => Year::FromNow(-1),
            Class::Which(Which::Next) => Year::FromNow(1),
            _ => return (start, Year::Open),
        };
        let told = self.class(start + 1) == Class::Unit(Unit::Year) && self.is(start + 2, &["'s"]);
        if told { (start + 3, year) } else { (start, Year::Open) }
    }

    /// The year behind a quarter or a season: `of 1998`, `, 2024`, `of this year`, `of the year`, `FY2025`, `of fiscal 2025`.
    pub(super) fn trailing_year(&self, end: usize) -> (usize, Year) {
        if let Class::Fiscal(year) = self.class(end) {
            return (end + 1, Year::Is(i32::from(year)));
        }
        let of = self.skip(self.skip(self.skip(end, &[","]), &["of", "in"]), &["fiscal"]);
        let the = if of > end && self.reads(of, &["the", "year"]) { of + 2 } else { of };
        if let Some((end, year)) = self.stated_year(the).filter(|_| of > end || !matches!(self.class(the), Class::Number(_))) {
            return (end, Year::Is(year));
        }
        if self.reads(end, &["of", "the", "year"]) {
            return (end + 3, Year::Told);
        }
        self.year_phrase(end).unwrap_or((end, Year::Open))
    }

    /// `fiscal 2024`, `the fiscal year 2023-24`, `the 2023-24 financial year`, `FY2024`; it has the year in which it ends.
    fn fiscal_year(&self, at: usize) -> Option<Reading> {
        let fiscal = |year: i32, end: usize| Some(Reading { end, timex: Timex::is("date.fiscal", Period::FiscalYear(year)) });
        if let Class::Fiscal(year) = self.class(at) {
            return fiscal(i32::from(year), at + 1);
        }
        let start = self.skip(at, &["the"]);
        if let Some((end, year)) = self.two_years(start) {
            let told = self.is(end, &["fiscal", "financial", "tax"]) && self.class(end + 1) == Class::Unit(Unit::Year);
            return told.then(|| fiscal(year, end + 2)).flatten();
        }
        if !self.is(start, &["fiscal", "financial", "fy"]) {
            return None;
        }
        let year_at = self.skip(start + 1, &["year"]);
        let (end, year) = self.two_years(year_at).or_else(|| self.stated_year(year_at))?;
        fiscal(year, end)
    }

    /// `2023-24`: the second year.
    fn two_years(&self, at: usize) -> Option<(usize, i32)> {
        let years = self.years(at)?;
        let Meaning::When(When::Is(Period::Years(first, last))) = years.timex.meaning else { return None };
        (last == first + 1).then_some((years.end, last))
    }

    /// `the spring of 1968`, `summer 1974`, `the winter of 2006–2007`, `spring`
    fn season(&self, at: usize) -> Option<Reading> {
        let (start, year_before) = self.leading_year(at);
        let Class::Season(season) = self.class(start) else { return None };
        if year_before != Year::Open {
            return Some(Reading { end: start + 1, timex: named_in("date.season", Name::Season(season), year_before) });
        }
        let after = start + 1;
        let year_at = self.skip(self.skip(after, &[","]), &["of", "in"]);
        if let Some(year) = self.winter_of(year_at, season) {
            return Some(year);
        }
        let (end, year) = self.trailing_year(after);
        let led = start > at
            || self.is(at.wrapping_sub(1), &["in", "by", "since", "until", "during", "late", "early", "mid", "-", "that", "every", "each"])
            || self.is(at.wrapping_sub(1), &["over", "before", "through"]) && !self.is_kind(after);
        let noun = self.is(
            after,
            &["of", "to", "into", "from", "apart", "in", "back", "for", "short", "out", "guy", "break", "olympics", "olympic", "games"],
        ) && end == after;
        (year != Year::Open || led && !noun && !self.is_capitalised(after))
            .then(|| Reading { end, timex: named_in("date.season", Name::Season(season), year) })
    }

    /// Not "over summer school", "before winter break".
    fn is_kind(&self, after: usize) -> bool {
        self.is(
            after,
            &["break", "camp", "camps", "fashion", "holiday", "holidays", "leave", "school", "schools", "term", "training", "tv"],
        )
    }

    /// `2022-23` behind a winter: it begins in the first year.
    fn winter_of(&self, at: usize, season: Season) -> Option<Reading> {
        let (end, last) = self.two_years(at).filter(|_| season == Season::Winter)?;
        Some(Reading { end, timex: Timex::is("date.season", Period::Season(last - 1, season)) })
    }

    /// `the 1960s`, `the '90s`, `the nineties`
    fn decade(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        let mark = self.skip(start, &["'", "’", "‘"]);
        let decade = match self.class(mark) {
            Class::Decade(year @ 1000..) if year % 100 == 0 && year < 2000 => {
                return Some(Reading { end: mark + 1, timex: Timex::is("date.century", Period::Century(i32::from(year) / 100)) });
            }
            Class::Decade(year) if self.is(mark + 1, &["bc", "bce", "b.c."]) => {
                return Some(Reading { end: mark + 2, timex: Timex::is("date.decade", Period::Decade(-1 - i32::from(year) / 10)) });
            }
            Class::Decade(100..=999) => return None,
            Class::Decade(year @ 1000..) => i32::from(year) / 10,
            Class::Decade(_) if self.measures_heat(at) => return None,
            Class::Decade(year) if mark > start || start > at && year >= 20 => 190 + i32::from(year) / 10,
            Class::Int(year, digits @ (2 | 4)) if self.is_plural_of_year(mark) => {
                let led = mark > at || self.is(at.wrapping_sub(1), &["early", "late", "mid", "-"]);
                let decade = super::year::full_year(year, digits).filter(|_| led && year >= 20)? / 10;
                return Some(Reading { end: mark + 3, timex: Timex::is("date.decade", Period::Decade(decade)) });
            }
            Class::Tens(0) if start > at => 200,
            Class::Tens(tens) if start > at => 190 + i32::from(tens) / 10,
            _ => return None,
        };
        Some(Reading { end: mark + 1, timex: Timex::is("date.decade", Period::Decade(decade)) })
    }

    /// `1980's`, `70's`
    fn is_plural_of_year(&self, at: usize) -> bool {
        let mark = self.is(at + 1, &["'", "’"]) && self.glued(at + 1);
        matches!(self.class(at), Class::Int(year, _) if year % 10 == 0) && mark && self.is(at + 2, &["s"]) && self.glued(at + 2)
    }

    /// `temperatures in the 80s`
    fn measures_heat(&self, at: usize) -> bool {
        (1..=4).any(|back| self.is(at.wrapping_sub(back), &["temperature", "temperatures", "highs", "lows", "mercury", "degrees"]))
    }

    /// `the 21st century`, `the fifth century BC`
    fn century(&self, at: usize) -> Option<Reading> {
        let (after, number) = self.ordinal(self.skip(at, &["the"]))?;
        let unit = self.skip_hyphen(after);
        if self.class(unit) != Class::Unit(Unit::Century) || number > 30 {
            return None;
        }
        let number = i32::from(number);
        let end = unit + 1;
        let timex = |century: i32| Timex::is("date.century", Period::Century(century));
        match self.word(end) {
            "bc" | "b.c." | "bce" => Some(Reading { end: end + 1, timex: timex(-number) }),
            "ad" | "a.d." | "ce" => Some(Reading { end: end + 1, timex: timex(number - 1) }),
            _ => Some(Reading { end, timex: timex(number - 1) }),
        }
    }

    /// `the first Monday of September`, `the last Sunday in May`, `the third week of April`, `the last Friday of the month`,
    /// `the last day of August`
    fn nth(&self, at: usize) -> Option<Reading> {
        let (after, number) = self.ordinal_or_last(self.skip(at, &["the"]))?;
        if number > 5 {
            return None;
        }
        let number = if self.is(after - 1, &["last", "final"]) { 5 } else { number };
        if let Some(reading) = self.week_of_year(after, number) {
            return Some(reading);
        }
        if let Some((end, which)) = self.of_month(after + 1) {
            let name = match self.class(after) {
                Class::Weekday(weekday) => Name::NthOfMonth(number, weekday),
                Class::Unit(Unit::Week) => Name::WeekOfMonth(number),
                _ => return None,
            };
            return Some(Reading { end, timex: Timex::named("date.nth", name, Year::Open, which) });
        }
        let of = self.skip(after + 1, &["of", "in", "this"]);
        let (Class::Month(month) | Class::MonthInCompany(month)) = self.class(of) else { return None };
        if self.class(after) == Class::Unit(Unit::Day) && self.is(after + 1, &["of"]) {
            let name = Name::Day(month, if number == 5 { days_of(month)? } else { number });
            return self.dated(of + 1, name);
        }
        let name = match self.class(after) {
            Class::Weekday(weekday) => Name::NthWeekday(number, weekday, month),
            Class::Unit(Unit::Week) if of > after + 1 => Name::WeekOf(number, month),
            _ => return None,
        };
        let (end, year) = self.trailing_year(of + 1);
        Some(Reading { end, timex: named_in("date.nth", name, year) })
    }

    /// `first week of 2015`, `third week next year`, `third month of 2021`
    fn week_of_year(&self, at: usize, number: u8) -> Option<Reading> {
        let (end, year) = self.trailing_year(at + 1);
        let (Class::Unit(unit @ (Unit::Week | Unit::Month)), true) = (self.class(at), year != Year::Open) else { return None };
        let name = match (unit, number) {
            (Unit::Week, 5) => Name::WeekNumber(52),
            (Unit::Week, number) => Name::WeekNumber(number),
            (_, number) => Name::Month(number),
        };
        Some(Reading { end, timex: Timex::named("date.nth", name, year, Which::Open) })
    }

    /// `the quarter`, `the weekend`, `the year-earlier period`, `the year-ago third quarter`
    fn the_unit(&self, at: usize) -> Option<Reading> {
        let start = self.skip(at, &["the"]);
        if let Some(reading) = self.year_ago(start).filter(|reading| start == at || !self.is_dash(reading.end - 2)) {
            return Some(reading);
        }
        if start == at {
            return None;
        }
        let start = if self.is(start, &["full", "entire", "whole", "fiscal", "financial", "latest", "current"])
            && self.class(start + 1) == Class::Unit(Unit::Year)
        {
            start + 1
        } else {
            self.fiscal_at(start)
        };
        let end = start + 1;
        // "the year to June"
        let is_month = |at: usize| matches!(self.class(at), Class::Month(_) | Class::MonthInCompany(_) | Class::Int(..));
        let closes =
            self.is(end, &["ended", "ending", "to"]) && (is_month(end + 1) || self.is(end + 1, &["in", "on"]) && is_month(end + 2));
        if self.class(start) == Class::Unit(Unit::Year) && closes {
            return Some(Reading { end, timex: Timex::length(Length::whole(1, Unit::Year)) });
        }
        let bare = !self.is(end, &["of", "-", "before", "after", "'s", "when"]) || self.reads(end, &["'s", "end"]);
        match self.class(start) {
            Class::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week))
                if bare && !self.is_prize(at) && !self.is(end, &["that", "in", "and"]) && !matches!(self.class(end), Class::Int(..)) =>
            {
                Some(Reading { end, timex: Timex::counted("date.which", unit, 0, From::Context) })
            }
            Class::Unit(Unit::Day)
                if bare
                    && (self.stands_alone(end)
                        || self.is(at.wrapping_sub(1), &["ending", "ended", "end", "closed", "finished", "on"])
                            && !self.is(end, &["that", "he", "she", "they", "it", "the"]))
                    && !self.is(at.wrapping_sub(1), &["of", "to"]) =>
            {
                Some(Reading { end, timex: Timex::counted("date.which", Unit::Day, 0, From::Previous) })
            }
            Class::Unit(Unit::Quarter) if bare => Some(Reading { end, timex: Timex::when("date.quarter", When::LatestQuarter) }),
            Class::Unit(Unit::Weekend) => {
                Some(Reading { end, timex: Timex::named("date.weekend", Name::Weekend, Year::Open, Which::Open) })
            }
            _ => None,
        }
    }

    /// `player of the year`
    fn is_prize(&self, at: usize) -> bool {
        let winners = [
            "player",
            "rookie",
            "team",
            "coach",
            "manager",
            "athlete",
            "driver",
            "goal",
            "man",
            "woman",
            "person",
            "word",
            "album",
            "song",
            "artist",
            "book",
            "author",
            "film",
            "car",
            "teacher",
            "journalist",
            "company",
        ];
        self.is(at.wrapping_sub(1), &["of"]) && self.is(at.wrapping_sub(2), &winners)
    }

    /// `latest fiscal year`: where "year" stands.
    fn fiscal_at(&self, at: usize) -> usize {
        let told = self.is(at, &["latest", "current", "last"])
            && self.is(at + 1, &["fiscal", "financial"])
            && self.class(at + 2) == Class::Unit(Unit::Year);
        if told { at + 2 } else { at }
    }

    /// `year-ago quarter`, `year-earlier period`, `year-ago third quarter`, `year-earlier`
    fn year_ago(&self, at: usize) -> Option<Reading> {
        if self.class(at) != Class::Unit(Unit::Year) || !self.is_dash(at + 1) || !self.is(at + 2, &["ago", "earlier"]) {
            return None;
        }
        let quarter_at = self.ordinal(at + 3).map_or(at + 3, |(end, _)| end);
        let end =
            if self.class(quarter_at) == Class::Unit(Unit::Quarter) || self.is(quarter_at, &["period"]) { quarter_at + 1 } else { at + 3 };
        Some(Reading { end, timex: Timex::when("date.quarter", When::QuarterYearsOn(-1)) })
    }
}

/// How many days a month has; of February that is not known without its year.
fn days_of(month: u8) -> Option<u8> {
    match month {
        2 => None,
        4 | 6 | 9 | 11 => Some(30),
        _ => Some(31),
    }
}

/// A season or a quarter in its year, on the calendar where the year is said.
fn named_in(rule: &'static str, name: Name, year: Year) -> Timex {
    let stated = match (name, year) {
        (Name::Quarter(quarter), Year::Is(year)) => Some(Period::Quarter(year, u32::from(quarter))),
        (Name::Half(half), Year::Is(year)) => Some(Period::Half(year, u32::from(half))),
        (Name::FiscalQuarter(quarter), Year::Is(year)) => Some(Period::FiscalQuarter(year, u32::from(quarter))),
        (Name::Season(season), Year::Is(year)) => Some(Period::Season(year, season)),
        _ => None,
    };
    stated.map_or_else(|| Timex::named(rule, name, year, Which::Open), |period| Timex::is(rule, period))
}
