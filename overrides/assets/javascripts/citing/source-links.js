import { element } from "../shared/element.js";
import { siteAddress } from "../shared/site.js";
import { gettext } from "../shared/texts.js";

/**
 * Adds to the facts of a reference at the foot of a page the link that its full entry has: to the page of its citations. In the pages
 * it would cost six bytes for each reference, more than the longest has left.
 *
 * @param {Element} facts of a reference
 * @param {string} id of the reference
 */
export function offerCite(facts, id) {
  if (facts.querySelector(".cite__open")) return;
  const { href } = siteAddress(`r/${id.replace("reference-", "")}/`);
  facts.append(" ", element("a", { class: "cite__open", href }, gettext("Cite")));
}
