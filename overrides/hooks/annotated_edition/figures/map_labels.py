"""The words on the map of pipelines and where they stand, by the size of the drawing, since no two fit the same way."""

from collections.abc import Mapping, Sequence

from annotated_edition.figures.marks import MAIN, OTHER, SOFT

Place = tuple[float, float, str]  # right and down by so many units, and the alignment
COUNTRIES = {"MONGOLIA": (99.5, 46.6), "CHINA": (101, 35.5), "RUSSIA": (119, 66.2), "KAZAKHSTAN": (68, 48.5)}

# What ends and lines are called, by the size of the drawing, and where it stands from them.
ENDS: Mapping[str, Mapping[str, tuple[str, Place]]] = {
    "wide": {
        "Yamal peninsula": ("Yamal", (9, -2, "left")),
        "Xinjiang": ("Xinjiang,\nas the brief means", (-9, 6, "right")),
        "Border of Inner Mongolia": ("Inner Mongolia,\nas plans suggest", (-10, 12, "right")),
        "Xinxiang": ("Xinxiang,\nas the brief spells it", (9, 2, "left")),
        "Blagoveshchensk and Heihe": ("Heihe", (9, 3, "left")),
        "Daqing": ("Daqing", (-9, 3, "right")),
        "Hulin": ("Hulin", (-8, 4, "right")),
        "Kozmino": ("Kozmino", (9, 3, "left")),
    },
    "narrow": {
        "Yamal peninsula": ("Yamal", (9, -2, "left")),
        "Xinjiang": ("Xinjiang,\nmeant", (-7, 6, "right")),
        "Border of Inner Mongolia": ("Inner\nMongolia", (-9, 8, "right")),
        "Xinxiang": ("Xinxiang, printed", (9, 2, "left")),
    },
}
LABELS: Mapping[str, Sequence[tuple[str, str, tuple[float, float], Place]]] = {
    "wide": (
        ("Power of Siberia\ngas, since 2019", MAIN, (125.4, 58.6), (12, -14, "left")),
        ("ESPO oil,\nto China\nsince 2011", OTHER, (98, 55.9), (70, -72, "right")),
        ("Far Eastern\nroute, gas,\nbeing built", MAIN, (143.1, 51.8), (9, -10, "left")),
        ("Power of Siberia 2\ngas, planned", MAIN, (77, 65.5), (14, 0, "left")),
        ("Altai line\ngas, replaced", SOFT, (87.5, 49), (-12, -24, "right")),
    ),
    "narrow": (
        ("Power of Siberia\ngas, since 2019", MAIN, (120, 60), (6, -27, "center")),
        ("ESPO\noil, to China since 2011", OTHER, (132.9, 42.8), (55, 16, "right")),
        ("Far Eastern\nroute, gas,\nbeing built", MAIN, (143.1, 51.8), (40, -48, "right")),
        ("Power of Siberia 2\ngas, planned", MAIN, (76, 67), (9, -6, "left")),
        ("Altai line\nreplaced", SOFT, (87.5, 49), (-6, -44, "right")),
    ),
}
