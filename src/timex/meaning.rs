//! What an expression says by itself, before it is counted from anything.

use super::holiday::Holiday;
use super::period::{Period, Season, Unit};
use super::words::{Part, Which};
use crate::annotation::Modifier;
use crate::span::Run;

/// An expression as it stands in the text, not yet counted from anything.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timex {
    /// Its tokens.
    pub tokens: Run,
    /// What it says.
    pub(crate) meaning: Meaning,
    /// A time of day on the day that it says.
    pub(crate) clock: Option<Clock>,
    /// Where that time of day ends: `from 4pm to 5pm`.
    pub(crate) until: Option<Clock>,
    /// Whether the time of day has its zone with it.
    pub(crate) zoned: bool,
    /// So many units from the day that it says: `two weeks before Christmas`.
    pub(crate) shift: Option<(Unit, i32)>,
    /// A day of the week beside a date: `Wednesday, October 9`.
    pub(crate) weekday: Option<u8>,
    /// `early`, `about`
    pub(crate) modifier: Option<Modifier>,
    /// The other reading of day and month: `3/4/2024`.
    pub(crate) other: Option<Period>,
    /// The production that read it.
    pub(crate) rule: &'static str,
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Meaning {
    When(When),
    Length(Length),
    Set(Set),
    Reference(Reference),
}

/// A place in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum When {
    /// On the calendar already: `3 March 2024`, `1948`, `the 1960s`.
    Is(Period),
    /// Comes round every year or week: `April`, `October 9`, `Monday`, `the third quarter`.
    Named { name: Name, year: Year, which: Which },
    /// So many units from somewhere: `yesterday`, `last week`, `three days later`.
    Counted { unit: Unit, by: i32, from: From },
    /// `a year and ten days ago`: so many months and days.
    Apart { months: i32, days: i32, from: From },
    /// `two to three weeks ago`: so many units from the day of publication, at the earliest and at the latest.
    Spread { unit: Unit, from: i32, to: i32 },
    /// `Tuesday last week`: a day in the week so many on.
    InWeek { weekday: u8, weeks: i32 },
    /// A time of day whose day is not said: `9 p.m.`
    SomeDay,
    /// A time of day on any day: `at night`.
    AnyDay,
    /// `the quarter`, `the latest quarter`: the last one that is over.
    LatestQuarter,
    /// `the year-ago quarter`: the quarter spoken of, so many years on.
    QuarterYearsOn(i32),
    /// `the 71st anniversary`: of a date told elsewhere.
    Anniversary(u16),
}

/// What comes round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Name {
    /// 1 is Monday.
    Weekday(u8),
    Month(u8),
    /// Month and day.
    Day(u8, u8),
    /// Month, first and last day.
    Days(u8, u8, u8),
    /// `the 3rd`
    DayOfMonth(u8),
    /// `the second Tuesday in June`: which, weekday, month; 5 is the last.
    NthWeekday(u8, u8, u8),
    /// `the second Tuesday of the month`: which, weekday; 5 is the last.
    NthOfMonth(u8, u8),
    /// `the third week of April`
    WeekOf(u8, u8),
    /// `the last week of this month`
    WeekOfMonth(u8),
    /// `week 31`
    WeekNumber(u8),
    /// `the week of March 3`
    WeekWith(u8, u8),
    /// `the weekend of March 2`
    WeekendWith(u8, u8),
    Weekend,
    Season(Season),
    Quarter(u8),
    Half(u8),
    FiscalQuarter(u8),
    Holiday(&'static Holiday),
}

/// Which year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Year {
    /// Not said.
    Open,
    Is(i32),
    /// `last year` is -1.
    FromNow(i32),
    /// `of the same year`, `the following year` is 1.
    FromThen(i32),
    /// `of the year`: the one that is told of.
    Told,
}

/// Where the counting begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The day of publication.
    Publication,
    /// The date spoken of last.
    Previous,
    /// `the year`: of the date spoken of last where the text is history, else of publication.
    Context,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// Hour, minute, second as far as they are said.
    At(u8, Option<u8>, Option<u8>),
    Part(Part),
}

/// How long: `two hours and ten minutes`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    /// Longest unit first; no more than three.
    pub(crate) parts: [Option<(Amount, Unit)>; 3],
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// In hundredths.
    Exact(u32),
    /// `several`
    Vague,
}

/// What happens again and again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Set {
    /// `every two weeks`
    Every(Length),
    /// `every Tuesday`
    Each(Name),
    /// `every morning`
    Parts(Part),
    /// `Monday nights`, `each Monday at 4 p.m.`
    At(u8, Clock),
}

/// No date, but a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    Past,
    Present,
    Future,
}

impl Timex {
    /// Without a place in the text yet.
    pub(crate) fn new(rule: &'static str, meaning: Meaning) -> Self {
        Self {
            tokens: Run::default(),
            meaning,
            clock: None,
            until: None,
            zoned: false,
            shift: None,
            weekday: None,
            modifier: None,
            other: None,
            rule,
        }
    }

    pub(crate) fn when(rule: &'static str, when: When) -> Self {
        Self::new(rule, Meaning::When(when))
    }

    pub(crate) fn is(rule: &'static str, period: Period) -> Self {
        Self::when(rule, When::Is(period))
    }

    pub(crate) fn named(rule: &'static str, name: Name, year: Year, which: Which) -> Self {
        Self::when(rule, When::Named { name, year, which })
    }

    pub(crate) fn counted(rule: &'static str, unit: Unit, by: i32, from: From) -> Self {
        Self::when(rule, When::Counted { unit, by, from })
    }

    pub(crate) fn length(length: Length) -> Self {
        Self::new("duration", Meaning::Length(length))
    }

    pub(crate) fn reference(reference: Reference) -> Self {
        Self::new("date.reference", Meaning::Reference(reference))
    }

    pub(crate) fn with_clock(self, clock: Clock) -> Self {
        Self { clock: Some(clock), ..self }
    }

    pub(crate) fn with_modifier(self, modifier: Modifier) -> Self {
        Self { modifier: Some(modifier), ..self }
    }

    pub(crate) fn with_weekday(self, weekday: u8) -> Self {
        Self { weekday: Some(weekday), ..self }
    }

    /// Whether it says one day, so that a time of day can be on it.
    pub(crate) fn is_day(&self) -> bool {
        match self.meaning {
            Meaning::When(When::Is(period)) => matches!(period, Period::Day(_)),
            Meaning::When(When::Named { name, .. }) => {
                matches!(
                    name,
                    Name::Weekday(_) | Name::Day(..) | Name::DayOfMonth(_) | Name::NthWeekday(..) | Name::NthOfMonth(..) | Name::Holiday(_)
                )
            }
            Meaning::When(When::Counted { unit: Unit::Day, .. } | When::InWeek { .. } | When::Apart { .. }) => true,
            _ => false,
        }
    }
}

impl Length {
    pub(crate) fn of(amount: Amount, unit: Unit) -> Self {
        Self { parts: [Some((amount, unit)), None, None] }
    }

    pub(crate) fn whole(count: u32, unit: Unit) -> Self {
        Self::of(Amount::whole(count), unit)
    }

    /// With a shorter part behind it, while there is room.
    pub(crate) fn and(mut self, amount: Amount, unit: Unit) -> Option<Self> {
        let slot = self.parts.iter().position(Option::is_none)?;
        let last = self.parts[slot - 1]?.1;
        (last > unit && last != Unit::Weekend).then(|| {
            self.parts[slot] = Some((amount, unit));
            self
        })
    }

    /// Whether it is some months, as in a report on nine months.
    pub(crate) fn is_months(self) -> bool {
        matches!(self.parts[0], Some((Amount::Exact(600..), Unit::Month)))
    }

    /// Its longest part.
    pub(crate) fn first(self) -> (Amount, Unit) {
        self.parts[0].unwrap_or((Amount::Vague, Unit::Day))
    }

    /// In months and days, where it is whole days at least: `two years and ten days` is 24 months and 10 days.
    pub(crate) fn months_and_days(self) -> Option<(i32, i32)> {
        self.parts.into_iter().flatten().try_fold((0, 0), |(months, days): (i32, i32), (amount, unit)| {
            let Amount::Exact(hundredths) = amount else { return None };
            let count = i32::try_from(hundredths / 100).ok().filter(|_| hundredths % 100 == 0)?;
            let add = |sum: i32, factor: i32| sum.checked_add(count.checked_mul(factor)?);
            match unit {
                Unit::Year => Some((add(months, 12)?, days)),
                Unit::Month => Some((add(months, 1)?, days)),
                Unit::Week => Some((months, add(days, 7)?)),
                Unit::Day => Some((months, add(days, 1)?)),
                _ => None,
            }
        })
    }

    /// The TIMEX3 value: `P2W`, `PT1H30M`, `PXY`.
    pub(crate) fn value(self) -> String {
        let mut value = String::from("P");
        for (amount, unit) in self.parts.into_iter().flatten() {
            if unit <= Unit::Hour && !value.contains('T') {
                value.push('T');
            }
            value.push_str(&amount.times(unit).value());
            value.push_str(code(amount, unit));
        }
        value
    }
}

impl Amount {
    pub(crate) const fn whole(count: u32) -> Self {
        Self::Exact(count.saturating_mul(100))
    }

    /// In units that TIMEX3 has: decades are ten years.
    fn times(self, unit: Unit) -> Self {
        let factor = match unit {
            Unit::Decade => 10,
            Unit::Century => 100,
            Unit::Millennium => 1000,
            Unit::Half => 6,
            _ => 1,
        };
        match self {
            Self::Exact(hundredths) => Self::Exact(hundredths.saturating_mul(factor)),
            Self::Vague => Self::Vague,
        }
    }

    /// `3`, `2.5`, `X`
    fn value(self) -> String {
        let Self::Exact(hundredths) = self else { return "X".into() };
        match (hundredths / 100, hundredths % 100) {
            (whole, 0) => whole.to_string(),
            (whole, part) if part % 10 == 0 => format!("{whole}.{}", part / 10),
            (whole, part) => format!("{whole}.{part:02}"),
        }
    }
}

fn code(amount: Amount, unit: Unit) -> &'static str {
    match (unit, amount) {
        (Unit::Second, _) => "S",
        (Unit::Minute | Unit::Month | Unit::Half, _) => "M",
        (Unit::Hour, _) => "H",
        (Unit::Day, _) => "D",
        (Unit::Weekend, _) => "WE",
        (Unit::Week, _) => "W",
        (Unit::Quarter, _) => "Q",
        (Unit::Decade, Amount::Vague) => "DE",
        (Unit::Century | Unit::Millennium, Amount::Vague) => "C",
        (Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium, _) => "Y",
    }
}

impl Clock {
    /// `T09:30`, `TMO`
    pub(crate) fn value(self) -> String {
        match self {
            Self::At(hour, minute, None) => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
            Self::At(hour, minute, Some(second)) => format!("T{hour:02}:{:02}:{second:02}", minute.unwrap_or(0)),
            Self::Part(part) => part.value().into(),
        }
    }
}

impl Part {
    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Morning | Self::Dawn => "TMO",
            Self::Noon => "T12:00",
            Self::Midday => "TMI",
            Self::Afternoon => "TAF",
            Self::Evening | Self::Dusk => "TEV",
            Self::Night | Self::Overnight => "TNI",
            Self::Midnight => "T24:00",
            Self::Daytime => "TDT",
        }
    }
}

impl Reference {
    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}
