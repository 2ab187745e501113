// What the search knows of a language: of English its forms, its spelling, its dates and its questions; any other is only words.

import { americanSpelling, UNITS } from "./spelling.js";
import { stem } from "./stem.js";

const STOP_WORDS = new Set(
  ("a about an and are as at be been by can did do does for from had has have how in into is it its many much of on or " +
    "that the their there these they this those to was were what when where which who whom why will with would").split(
      " ",
    ),
);
// What belongs to how something is asked, and says little of what.
const WEAK_WORDS = new Set(
  ("actually after again against all almost already also although always among any anyone anything around ask away " +
    "back because become becoming before being besides better between both but came cannot come comes coming could " +
    "doing done down during each either else enough even ever every everyone exactly far few find get gets getting " +
    "give gives go goes going gone good got happen happened happening happens he her here him his however i if " +
    "instead itself just keep keeps know known later least less let like likely look lot made make makes making may " +
    "maybe me mean means might more most must my need needs never next no nor not nothing now off often once one " +
    "only other others our out over own perhaps put quite rather really said same saw say says see seem seems seen " +
    "several shall she should show since so some someone something soon still such sure take taken takes tell than " +
    "them then thing things think though through together too took toward true try under until up upon use used " +
    "using very want wanted wants way we well went whether while whose without yes yet you your").split(" "),
);
const MONTHS = "january february march april may june july august september october november december".split(" ");
const NEVER = /(?!)/; // fits nothing

const ENGLISH = {
  stem,
  spelled: americanSpelling,
  units: UNITS,
  percent: ["percent"], // for the sign
  perCent: /\bper cent\b/gi,
  stopWords: STOP_WORDS,
  weakWords: WEAK_WORDS,
  months: MONTHS,
  more: /^(?:how|why|when|where|which|did|do|does|is|are|was|were|has|have|had|can|could|will|would|should) /i,
  number: /^how (?:many|much|big|large|long|often|high) /i,
  /** @type {(text: string) => string} without the genitive's s */
  withoutApostrophes: (text) => text.replace(/['’]s$/, "").replace(/['’]/g, ""),
};
/** @type {(word: string) => string} */
const same = (word) => word;
/** @type {typeof ENGLISH} */
const OTHER = {
  stem: same,
  spelled: same,
  units: new Map(),
  percent: [],
  perCent: NEVER,
  stopWords: new Set(), // how rare a word is says how much it weighs
  weakWords: new Set(),
  months: [],
  more: NEVER,
  number: NEVER,
  withoutApostrophes: (text) => text.replace(/['’]/g, "-"), // which join words, as in l’accord
};

export let rules = ENGLISH;

/** @type {(language: string) => void} makes its rules those of the search, before anything is read */
export function useLanguage(language) {
  rules = language === "en" ? ENGLISH : OTHER;
}
