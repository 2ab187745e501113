// Leads on from a page that has moved, to the same passage and the same search: the fragment and the query of this address are
// kept. It runs before all else, and so is no module (moved.html).

{
  const to = new URL(document.currentScript?.dataset.to ?? "", location.href);
  to.search ||= location.search;
  if (location.hash) to.hash = location.hash;
  location.replace(to);
}
