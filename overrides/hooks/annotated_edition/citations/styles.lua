-- Formats all works of a bibliography in several styles in one run: a Div for each style, in it one for each work.
-- `styles`, `items` and `keys` are metadata; the style of notes is given a note for each key, in their order.

local text = pandoc.utils.stringify

local function notes(keys)
  return keys:map(function(key)
    return pandoc.Para{pandoc.Cite({}, {pandoc.Citation(text(key), "NormalCitation")})}
  end)
end

local function inside(blocks)
  local found = pandoc.Blocks{}
  for _, block in ipairs(blocks) do
    block:walk{Note = function(note) found:insert(pandoc.Div(note.content)) end}
  end
  return found
end

function Pandoc(document)
  local meta = document.meta
  local made = pandoc.List(meta.styles):map(function(style)
    local facts = pandoc.Meta{csl = text(style.csl), bibliography = text(meta.items), nocite = meta.nocite}
    local source = pandoc.Pandoc(style.note and notes(pandoc.List(meta.keys)) or {}, facts)
    local blocks = pandoc.utils.citeproc(source).blocks
    return pandoc.Div(style.note and inside(blocks) or blocks, {class = "style"})
  end)
  return pandoc.Pandoc(made)
end
