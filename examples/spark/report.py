"""The tables → one HTML file for the desk: who is quoted, over time; whose words have no name; organisations.

    python3 report.py OUT report.html

Everything is in the file, the plotting library, too; its policy lets it open no connection.
"""

import argparse
import html
import pathlib

import pandas
import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

PAPER, INK, MUTED, RULE = "#fbfaf7", "#1d1c1a", "#5c5852", "#d9d5cc"
# Told apart by those who do not see all colours (Okabe and Ito), dark enough for paper.
BLUE, ORANGE, GREEN, PURPLE, VERMILION, SKY, GREY = "#0072b2", "#b56a00", "#00785a", "#a3477f", "#c04a00", "#6fb1dc", "#9a958b"
LINES = [BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY]
SOURCES = {
    "person": ("Named people", BLUE), "organisation": ("Organisations", SKY), "place": ("Places (“Moscow said”)", GREEN),
    "group": ("Groups without a name", ORANGE), "unnamed": ("Unnamed sources", VERMILION), "nobody": ("No source found", GREY),
}
UNNAMED = ["unnamed", "group"]
PEOPLE, DRAWN, ORGANISATIONS = 20, 6, 15

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:">
<meta name="viewport" content="width=device-width">
<title>Who is quoted</title>
<style>
  body {{ margin: 0 auto; max-width: 70rem; padding: 1.5rem 1.25rem 4rem; background: {PAPER}; color: {INK}; font: .9375rem/1.5 system-ui, "Liberation Sans", sans-serif; }}
  h1, h2 {{ font-family: Charter, Georgia, "Liberation Serif", serif; line-height: 1.2; }}
  h1 {{ font-size: 2.1rem; margin: 0; }}
  h2 {{ font-size: 1.45rem; margin: 3rem 0 .25rem; padding-top: .9rem; border-top: 3px double {RULE}; }}
  p {{ max-width: 46rem; margin: .25rem 0 .75rem; color: {MUTED}; }}
  dl {{ display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1.5rem 0 0; }}
  dl div {{ display: flex; flex-direction: column-reverse; }}
  dt {{ color: {MUTED}; }} dd {{ margin: 0; font: 700 1.8rem/1.2 Charter, Georgia, "Liberation Serif", serif; }}
  .wide {{ overflow-x: auto; }}
  table {{ border-collapse: collapse; width: 100%; font-size: .875rem; }}
  th {{ text-align: left; border-bottom: 2px solid {INK}; vertical-align: bottom; }}
  td {{ border-bottom: 1px solid {RULE}; vertical-align: top; }}
  th, td {{ padding: .3rem .7rem .3rem 0; }}
  .day {{ white-space: nowrap; }}
  .number {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }}
  summary {{ cursor: pointer; padding: .4rem 0; }}
</style>
<script>{library}</script>
<h1>Who is quoted</h1>
<p>{articles} articles{period}, read by pressmark {version}. Figures count what was found, right or wrong; confidence is the mean of what pressmark gives.</p>
<dl>{figures}</dl>
<h2>Who is quoted most</h2>
<p>People with a name, put together across articles by name and role. Direct words stand within quotation marks; indirect ones are the reporter’s.</p>
{people}
<div class="wide">{people_table}</div>
<h2>Over time</h2>
<p>Quotations a month of the {drawn} who are quoted most. A name in the key switches its line off and on.</p>
{months}
<h2>Whose words have no name</h2>
<p>Of all quotations of a year, the share of each kind of source. Unnamed sources and groups together: {unnamed} of all.</p>
{sources}
<h2>Organisations</h2>
<p>Quotations of those who speak for an organisation, and of itself (“the company said”).</p>
{organisations}
<h2>To be looked at</h2>
<p>Where a name comes with several roles, it may be one person who has changed posts, or two: they are counted apart. A surname alone may be anybody’s.</p>
<details><summary>{doubtful} doubtful merges</summary><div class="wide">{doubtful_table}</div></details>
<details><summary>{errors} articles that could not be read</summary><div class="wide">{errors_table}</div></details>
</html>
"""


def report(out):
    read = {table.name: pandas.read_parquet(table) for table in sorted((out / "tables").iterdir())}
    who, articles = read["who_is_quoted"], read["articles"]
    who = who.sort_values(["quotations", "person"], ascending=[False, True])
    sources = read["sources_by_month"]
    unnamed = share(sources[sources.source_type.isin(UNNAMED)].quotations.sum(), sources.quotations.sum())
    read_well = articles[articles.error.isna()]
    dated = read_well.published.dropna()
    version = read_well.version.max()
    figures = {
        "articles": grouped(len(read_well)), "quotations": grouped(len(read["quotations"])), "people quoted by name": grouped(len(who)),
        "organisations named": grouped(read["organisations_by_month"].name.nunique()), "of quotations from unnamed sources": unnamed,
    }
    return PAGE.format(
        PAPER=PAPER, INK=INK, MUTED=MUTED, RULE=RULE, library=get_plotlyjs(), articles=grouped(len(read_well)), version=html.escape(str(version)),
        period=f" of {dated.min():%B %Y} to {dated.max():%B %Y}" if len(dated) else "",
        figures="".join(f"<div><dt>{name}</dt><dd>{number}</dd></div>" for name, number in figures.items()),
        people=drawn(people(who.head(PEOPLE)), "people"), people_table=people_table(who.head(PEOPLE)),
        drawn=DRAWN, months=drawn(months(who.head(DRAWN), read["by_month"]), "months"), unnamed=unnamed, sources=drawn(by_year(sources), "sources"),
        organisations=drawn(organisations(read["by_organisation"]), "organisations"),
        doubtful=len(read["doubtful"]), doubtful_table=table(read["doubtful"], {"key": "name", "role": "role", "organisation": "organisation", "articles": "articles", "first": "first", "last": "last", "why": "why"}),
        errors=len(read["errors"]), errors_table=table(read["errors"], {"article": "article", "file": "file", "error": "error"}),
    )


def people(who):
    names = [label(name) for name in who["name"]]
    kinds = [("direct", BLUE), ("mixed", PURPLE), ("indirect", SKY)]
    bars = [go.Bar(y=names, x=who[kind], name=kind, orientation="h", marker_color=colour) for kind, colour in kinds if who[kind].any()]
    return laid_out(go.Figure(bars), height=26 * len(who) + 90, barmode="stack", yaxis={"autorange": "reversed"}, xaxis_title="quotations")


def months(who, by_month):
    counts = by_month.pivot_table(index="month", columns="person", values="quotations", aggfunc="sum", fill_value=0)
    counts = counts.reindex(pandas.period_range(counts.index.min(), counts.index.max(), freq="M").astype(str), fill_value=0)
    lines = [go.Scatter(x=counts.index, y=counts[row.person], name=label(row.name_), mode="lines", line={"color": colour, "width": 2}) for row, colour in zip(who.rename(columns={"name": "name_"}).itertuples(), LINES)]
    return laid_out(go.Figure(lines), height=400, hovermode="x unified", yaxis_title="quotations a month", yaxis_rangemode="tozero")


def by_year(sources):
    years = sources.dropna(subset="month").assign(year=lambda rows: rows.month.str[:4])
    counts = years.pivot_table(index="year", columns="source_type", values="quotations", aggfunc="sum", fill_value=0)
    shares = counts.div(counts.sum(axis=1), axis=0)
    bars = []
    for kind, (name, colour) in SOURCES.items():
        if kind in shares:
            written = [f"{part:.0%}" if part >= 0.03 else "" for part in shares[kind]]
            bars.append(go.Bar(x=shares.index, y=shares[kind], name=name, marker_color=colour, text=written, textposition="inside", insidetextanchor="middle", textangle=0, hovertemplate="%{y:.1%}"))
    return laid_out(go.Figure(bars), height=420, barmode="stack", yaxis_tickformat=".0%", xaxis_type="category", bargap=0.25)


def organisations(by_organisation):
    counts = by_organisation.groupby("organisation")[["quotations", "itself"]].sum().sort_values("quotations", ascending=False).head(ORGANISATIONS)
    names = [label(name) for name in counts.index]
    people = go.Bar(y=names, x=counts.quotations - counts.itself, name="its people", orientation="h", marker_color=BLUE)
    itself = go.Bar(y=names, x=counts.itself, name="itself", orientation="h", marker_color=ORANGE)
    return laid_out(go.Figure([people, itself]), height=26 * len(counts) + 90, barmode="stack", yaxis={"autorange": "reversed"}, xaxis_title="quotations")


def laid_out(figure, **layout):
    figure.update_layout(template="simple_white", paper_bgcolor=PAPER, plot_bgcolor=PAPER, font={"family": "system-ui, Liberation Sans, sans-serif", "size": 13, "color": INK}, margin={"l": 10, "r": 10, "t": 40, "b": 40})
    figure.update_layout(legend={"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal"}, **layout)
    figure.update_xaxes(automargin=True, gridcolor=RULE)
    figure.update_yaxes(automargin=True, gridcolor=RULE, ticks="")
    return figure


def drawn(figure, name):
    return figure.to_html(include_plotlyjs=False, full_html=False, div_id=name, config={"displaylogo": False, "responsive": True, "displayModeBar": False})


def people_table(who):
    columns = {"name": "name", "role": "role", "organisation": "organisation", "quotations": "quotations", "articles": "articles", "first": "first", "last": "last", "confidence": "confidence"}
    return table(who, columns)


def table(rows, columns):
    kinds = {column: " class=number" if pandas.api.types.is_numeric_dtype(rows[column]) else " class=day" if column in ("first", "last") else "" for column in columns}
    head = "".join(f"<th scope=col{kinds[column]}>{title}" for column, title in columns.items())
    body = "".join("<tr>" + "".join(f"<td{kinds[column]}>{cell(row[column])}" for column in columns) for _, row in rows.iterrows())
    return f"<table><thead><tr>{head}<tbody>{body}</table>"


def cell(value):
    if value is None or value != value:
        return "–"
    return grouped(value) if isinstance(value, int) else f"{value:.0%}" if isinstance(value, float) else html.escape(str(value))


def label(name):
    """What plotly would read as markup is text here."""
    return html.escape(name, quote=False)


def grouped(number):
    return f"{number:,}"


def share(part, whole):
    return f"{part / whole:.0%}" if whole else "none"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("report", type=pathlib.Path)
    wanted = parser.parse_args()
    wanted.report.write_text(report(wanted.out))
