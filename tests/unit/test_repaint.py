"""What the theme asks of browsers is asked in a cheaper way, and of the same elements."""

from annotated_edition.minify import repaint

SWITCHING = f"a{{b:c}}{repaint.SWITCHING}d{{e:f}}"
TABLES = "table:not([class]) td>:first-child{margin:0}" * 16
SCRIPT = (
    'x("meta",{name:"theme-color"});x("meta",{name:"color-scheme"});n!=="color-scheme";M("link[rel=alternate]");'
    't.pipe(Ae(250),m(()=>"smooth"));o.scrollBy({behavior:"smooth"})'
)


def test_tables_without_the_classes_that_tables_have_are_asked_for_or_where_none_has_any_without_one() -> None:
    pages = ['<table class="ledger wide" role="table"><td class="cell">', "<table>", '<table id="a" class="wide">']
    assert repaint.table_classes(pages) == ["ledger", "wide"]
    asked = repaint.with_tables(TABLES, repaint.table_classes(pages))
    assert asked == "table:not(.ledger,.wide) td>:first-child{margin:0}" * 16
    assert repaint.table_classes(["<table>"]) == []
    assert repaint.with_tables(TABLES, []) == TABLES


def test_nothing_is_said_of_the_moment_when_the_colors_are_set() -> None:
    assert repaint.without_switching(SWITCHING) == "a{b:c}d{e:f}"


def test_the_script_of_the_theme_leaves_the_scheme_asks_for_languages_and_moves_the_contents_at_once() -> None:
    assert repaint.changed_script(SCRIPT) == (
        'x("meta",{name:"theme-color"});x("meta",{name:"scheme"});n!=="color-scheme";M("link[rel=alternate][hreflang]");'
        't.pipe(Ae(250),m(()=>"instant"));o.scrollBy({behavior:"smooth"})'
    )
