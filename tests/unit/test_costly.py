"""What the theme asks of browsers is asked in a cheaper way, and of the same elements."""

from annotated_edition.minify.repaint import cheap_css, cheap_js, table_classes

CSS = "table:not([class]) td>:first-child{margin:0}[data-md-color-switching] *{transition-duration:0ms!important}a{b:c}"


def test_tables_without_the_classes_that_tables_have_are_asked_for() -> None:
    pages = ['<table class="ledger wide" role="table"><td class="cell">', "<table>", '<table id="a" class="wide">']
    assert table_classes(pages) == ["ledger", "wide"]
    assert cheap_css(CSS, table_classes(pages)) == "table:not(.ledger,.wide) td>:first-child{margin:0}a{b:c}"


def test_where_no_table_has_a_class_tables_without_one_are_asked_for() -> None:
    assert table_classes(["<table>"]) == []
    assert cheap_css(CSS, []) == "table:not([class]) td>:first-child{margin:0}a{b:c}"


def test_the_script_of_the_theme_makes_no_entry_that_a_browser_heeds() -> None:
    script = 'x("meta",{name:"theme-color"});x("meta",{name:"color-scheme"});n!=="color-scheme"'
    assert cheap_js(script) == 'x("meta",{name:"theme-color"});x("meta",{name:"scheme"});n!=="color-scheme"'
