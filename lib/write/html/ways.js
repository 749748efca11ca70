// Where an article goes on, beside the lines of the source or across their columns.
const svg = (name, attributes, parent) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
};
let waiting = 0;
function drawWays() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    for (const rows of all(".rows[data-ways]")) {
      const old = $(".ways", rows);
      if (old) old.remove();
      if (rows.dataset.ways && isShown(rows)) drawWaysOf(rows);
    }
  });
}
function drawWaysOf(rows) {
  const grid = rows.matches(".grid");
  const canvas = svg("svg", { class: grid ? "ways across" : "ways", "aria-hidden": "true", height: rows.scrollHeight }, rows);
  if (grid) canvas.setAttribute("width", rows.scrollWidth);
  const lanes = [], frame = rows.getBoundingClientRect();
  for (const way of rows.dataset.ways.split(" ")) {
    const [number, ends] = way.split(":"), [from, to] = ends.split("-");
    const start = all(`.s[data-k="${from}"]`, rows).pop(), away = to[0] === "p";
    const end = away ? null : $(`.s[data-k="${to}"]`, rows);
    if (!start || (!end && !away)) continue;
    const look = [...start.classList].filter((name) => /^[cp]\d$/.test(name)).join(" ");
    if (grid && !away) across(canvas, look, start.getBoundingClientRect(), end.getBoundingClientRect(), frame, rows.scrollLeft);
    else beside(canvas, look, start.closest("li"), away ? to.slice(1) : end.closest("li"), lanes, grid ? 46 : 0);
  }
}
// From the foot of one column to the head of another.
function across(canvas, look, a, b, frame, scrolled) {
  if (b.top >= a.top && b.top - a.bottom < a.height && b.left < a.right && b.right > a.left) return;  // right below it
  const dx = scrolled - frame.left, x1 = a.left + a.width / 2 + dx, x2 = b.left + Math.min(40, b.width / 2) + dx;
  const y1 = a.bottom + 2 - frame.top, y2 = b.top - 3 - frame.top, bend = Math.min(60, Math.max(14, Math.abs(y2 - y1) / 3));
  svg("path", { class: `way ${look}`, d: `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2 - 5}` }, canvas);
  svg("path", { class: `tip ${look}`, d: `M${x2} ${y2 + 2}l-4 -8h8z` }, canvas);
}
// In the margin, from row to row; or dashes, where it goes on on another page.
function beside(canvas, look, start, end, lanes, left) {
  const y1 = start.offsetTop + start.offsetHeight / 2;
  if (typeof end === "string") {
    svg("path", { class: `way away ${look}`, d: `M${left + 36} ${y1}h-10v12` }, canvas);
    svg("text", { x: left + 12, y: y1 + 22 }, canvas).textContent = `p. ${end}`;
    return;
  }
  const y2 = end.offsetTop + end.offsetHeight / 2, low = Math.min(y1, y2), high = Math.max(y1, y2);
  let lane = lanes.findIndex((until) => low > until);
  if (lane < 0) lane = Math.min(lanes.length, 5);
  lanes[lane] = Math.max(lanes[lane] || 0, high);
  const x = 26 - 5 * lane, turn = Math.sign(y2 - y1) * 9;
  svg("path", { class: `way ${look}`, d: `M36 ${y1}Q${x} ${y1} ${x} ${y1 + turn}V${y2 - turn}Q${x} ${y2} 32 ${y2}` }, canvas);
  svg("path", { class: `tip ${look}`, d: `M38 ${y2}l-7 -4v8z` }, canvas);
}
