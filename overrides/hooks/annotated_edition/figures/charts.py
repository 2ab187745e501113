"""The charts that are known, by the name of the data file that each is drawn from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from annotated_edition.figures import chart_columns, chart_map, chart_pairs, chart_trade
from annotated_edition.figures.marks import Size, Spec
from annotated_edition.figures.tables import Column, Table


@dataclass(frozen=True)
class Chart:
    """What the columns of the file are, what is drawn of them, and in a sentence how it looks."""

    columns: Mapping[str, Column]
    draw: Callable[[Table, Size], Spec]
    alt: str


CHARTS = {
    "trade-turnover.csv": Chart(chart_trade.COLUMNS, chart_trade.draw, chart_trade.ALT),
    "power-of-siberia-flows.csv": Chart(chart_columns.FLOWS, chart_columns.draw_flows, chart_columns.FLOWS_ALT),
    "pipeline-routes.csv": Chart(chart_map.COLUMNS, chart_map.draw, chart_map.ALT),
    "asymmetry-shares.csv": Chart(chart_pairs.SHARES, chart_pairs.draw_shares, chart_pairs.SHARES_ALT),
    "nato-two-percent.csv": Chart(chart_columns.NATO, chart_columns.draw_nato, chart_columns.NATO_ALT),
    "eu-russian-gas-share.csv": Chart(chart_columns.SHARE, chart_columns.draw_share, chart_columns.SHARE_ALT),
    "gas-price-gap.csv": Chart(chart_pairs.PRICES, chart_pairs.draw_prices, chart_pairs.PRICES_ALT),
}
