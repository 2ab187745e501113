// Leads on from a page that has moved, to the same passage: the fragment of this address is kept. It runs before all else, and so
// is no module (moved.html).

{
  const to = new URL(document.currentScript?.dataset.to ?? "", location.href);
  if (location.hash) to.hash = location.hash;
  location.replace(to);
}
