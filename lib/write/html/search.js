// Search.
const find = $("#find"), found = $("#found");
let hits = [], hit = -1;
const plain = (text) => text.normalize("NFKC").toLowerCase();
// The text of a block as it is read, with the node and place of each of its characters.
const texts = new Map();
function textOf(block) {
  if (!texts.has(block)) texts.set(block, readText(block));
  return texts.get(block);
}
function readText(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("del.e, .label") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let text = "";
  const places = [];
  while (walker.nextNode()) {
    const data = walker.currentNode.data;
    for (let i = 0; i < data.length; ++i) {
      const folded = data[i] < "\u0080" ? data[i].toLowerCase() : plain(data[i]);
      for (let k = 0; k < folded.length; ++k) places.push([walker.currentNode, i]);
      text += folded;
    }
  }
  return [text.replace(/\s/g, " "), places];
}
function search() {
  const wanted = plain(find.value).replace(/\s+/g, " ").trim();
  hits = [];
  hit = -1;
  for (const one of all(".hit")) one.classList.remove("hit");
  if (wanted) {
    for (const block of all(".art .b, .dropped li")) {
      if (block.closest("[hidden]") && state.page === "all") continue;
      const [text, places] = textOf(block);
      for (let at = text.indexOf(wanted); at >= 0 && hits.length < 2000; at = text.indexOf(wanted, at + wanted.length)) {
        const range = document.createRange(), end = places[at + wanted.length - 1];
        range.setStart(...places[at]);
        range.setEnd(end[0], end[1] + 1);
        hits.push({ range, block });
      }
    }
  }
  found.textContent = wanted ? (hits.length ? `${hits.length} found` : "nothing found") : "";
  paint();
}
function paint() {
  if (!window.CSS || !CSS.highlights || !window.Highlight) return;
  CSS.highlights.set("found", new Highlight(...hits.map((one) => one.range)));
  const now = new Highlight(...(hit >= 0 ? [hits[hit].range] : []));
  now.priority = 1;
  CSS.highlights.set("now", now);
}
function nextHit(by) {
  if (!hits.length) return;
  hit = (hit + by + hits.length) % hits.length;
  const { range, block } = hits[hit];
  const article = block.closest(".art");
  if (article && article.hidden) setPageTo(article.dataset.pages.split(" ")[0]);
  for (const one of all(".hit")) one.classList.remove("hit");
  block.classList.add("hit");
  found.textContent = `${hit + 1} of ${hits.length}`;
  show(block, "center");
  const piece = range.startContainer.parentElement.closest("[data-k]");
  if (piece) {
    mark([piece.dataset.k]);
    const there = ofKey(piece.dataset.k).filter((element) => left.contains(element));
    if (there.length) setPage(there[0].closest("section.page").dataset.page);
    show(there.find(isShown), "center");
  }
  paint();
}
