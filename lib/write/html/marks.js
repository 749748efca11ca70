// What belongs to a piece of text, marked on all sides.
const byKey = new Map();
for (const element of all("[data-k]")) {
  const list = byKey.get(element.dataset.k);
  if (list) list.push(element); else byKey.set(element.dataset.k, [element]);
}
const ofKey = (key) => byKey.get(key) || [];
const sourceOf = (key) => ofKey(key).filter((element) => element.dataset.b !== undefined);

function keysOf(element) {
  const piece = element.closest("[data-k]");
  if (piece) return [piece.dataset.k];
  const block = element.closest(".b, .dropped li, .copy");
  return block ? all("[data-k]", block).map((one) => one.dataset.k) : [];
}

function describe(keys) {
  const spans = keys.flatMap(sourceOf);
  if (!spans.length) return "";
  const first = spans[0], last = spans[spans.length - 1];
  const lineOf = (span) => span.closest("li").firstChild.textContent;
  const out = [];
  const block = keys.flatMap(ofKey).map((element) => element.closest(".b")).find(Boolean);
  if (block) out.push(`${block.dataset.n} ${block.dataset.role}`);
  else if (first.dataset.why) out.push(`dropped: ${first.dataset.why}`);
  const page = first.closest("section.page");
  if (pages.length > 1) out.push(`page ${page.dataset.page}`);
  const from = lineOf(first), to = lineOf(last);
  out.push(from === to ? `line ${from}` : `lines ${from} to ${to}`);
  const ranges = spans.flatMap((span) => span.dataset.b.split(" ")).filter(Boolean);
  if (ranges.length) {
    const begin = ranges[0].split("-")[0], end = ranges[ranges.length - 1].split("-")[1];
    out.push(`bytes ${begin}–${end}${ranges.length > 1 ? ` in ${ranges.length} runs` : ""}`);
  }
  const text = spans.map((span) => span.textContent).join(" ");
  out.push(`“${text.length > 90 ? text.slice(0, 90) + "…" : text}”`);
  return out.join(" · ");
}

let hot = [];
function mark(keys) {
  for (const element of hot) element.classList.remove("hot");
  hot = keys.flatMap(ofKey);
  for (const element of hot) element.classList.add("hot");
  const text = describe(keys.length ? keys : state.pinned || []);
  if (text) place.textContent = text;
}

function pin(keys) {
  if (state.pinned) for (const element of state.pinned.flatMap(ofKey)) element.classList.remove("pin");
  state.pinned = keys.length ? keys : null;
  for (const element of keys.flatMap(ofKey)) element.classList.add("pin");
  mark([]);
}

let lit = [], litNumber = null;
function light(number) {
  if (number === litNumber) return;
  litNumber = number;
  for (const element of lit) element.classList.remove("lit");
  lit = number ? all(`.part[data-a="${number}"], .rows .s[data-a="${number}"], .chips [data-a="${number}"]`) : [];
  for (const element of lit) element.classList.add("lit");
}

// The other side of what was clicked comes into view.
function follow(from, keys) {
  const side = left.contains(from) ? right : left;
  const there = keys.flatMap(ofKey).filter((element) => side.contains(element));
  if (side === left && there.length) setPage(there[0].closest("section.page").dataset.page);
  show(there.find(isShown));
}
