// On the page for addresses that do not exist: finds what is nearest to the address among the links of the page.
// The address is only compared, never shown: whoever made it could have put anything into it.
{
  const LABEL = /^(?:claim|annotation)?[-_. ]*0*([1-9]\d{0,5})([a-z]{0,2})/i
  const links = [...document.querySelectorAll(".everything a")]
  const claims = links.filter(link => link.dataset.label)
  const pages = links.filter(link => "page" in link.dataset)

  /** The nearest claim or annotation as an address and a name; nothing for an address without a label. */
  function passage(path, hash) {
    const short = /\/c\/+([^/]+)/i.exec(path)
    const found = LABEL.exec(hash.slice(1)) ?? (short && LABEL.exec(short[1]))
    if (!found) return
    const number = Number(found[1])
    const claim = claims.reduce((best, link) => distance(link) < distance(best) ? link : best, claims[0])
    if (!claim) return
    const label = claim.dataset.label + found[2].toLowerCase()
    if (!claim.dataset.annotations.split(" ").includes(label)) return [claim.href, claim.textContent]
    return [claim.href.replace(/#.*/, "#annotation-" + label), "Annotation " + label]

    function distance(link) {
      return Math.abs(Number(link.dataset.label) - number)
    }
  }

  /** The page whose path is most like this one, unless none is. */
  function page(path) {
    const wanted = parts(path)
    let best, least = Infinity
    for (const link of pages) {
      const name = parts(new URL(link.href).pathname)
      const changes = edits(wanted, name)
      if (name && changes < least && changes <= Math.max(wanted.length, name.length) / 2) [best, least] = [link, changes]
    }
    return best && [best.href, best.textContent]
  }

  /** The last part of a path, in small letters, without the ending of a file. */
  function parts(path) {
    return path.toLowerCase().replace(/index\.html?$|\.html?$|\.md$/, "").split("/").filter(Boolean).pop()?.slice(0, 60) ?? ""
  }

  /** How many letters must be changed, added or left out to make one word of the other (Levenshtein). */
  function edits(one, other) {
    let row = [...Array(other.length + 1).keys()]
    for (const [i, letter] of [...one].entries()) {
      const next = [i + 1]
      for (const [j, against] of [...other].entries()) {
        next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (letter !== against)))
      }
      row = next
    }
    return row[other.length]
  }

  const near = passage(location.pathname, location.hash) ?? page(location.pathname)
  const place = document.getElementById("nearest")
  if (near && place) {
    const link = document.createElement("a")
    ;[link.href, link.textContent] = near
    place.append("Nearest to your address: ", link)
  }
}
