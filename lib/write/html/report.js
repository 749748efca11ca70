/* The report of a page. All it shows stands in the file as markup; this only moves, marks and switches. */
"use strict";
(() => {
  const root = document.documentElement;
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const left = $("#pages"), right = $("#text"), place = $("#place");
  const pages = all("section.page"), articles = all("article.art");
  const state = { page: pages.length > 1 ? pages[0].dataset.page : "all", zoom: 1, pinned: null, article: null };
  root.classList.add("js");

  // ---- what belongs to a piece -------------------------------------------------------------------------------------

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

  // ---- marks -------------------------------------------------------------------------------------------------------

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

  const isShown = (element) => element.getClientRects().length > 0;
  function show(element, block = "center") {
    if (!element) return;
    const details = element.closest("details");
    if (details && !(element.tagName === "DETAILS")) details.open = true;
    element.scrollIntoView({ block, inline: "nearest" });
  }

  // The other side of what was clicked comes into view.
  function follow(from, keys) {
    const side = left.contains(from) ? right : left;
    const there = keys.flatMap(ofKey).filter((element) => side.contains(element));
    if (side === left && there.length) setPage(there[0].closest("section.page").dataset.page);
    show(there.find(isShown));
  }

  // ---- pages, views ------------------------------------------------------------------------------------------------

  function setPage(page) {
    if (state.page === "all" && page !== "all") return;
    setPageTo(page);
  }
  function setPageTo(page) {
    state.page = page;
    for (const one of pages) one.hidden = page !== "all" && one.dataset.page !== page;
    for (const one of articles) {
      one.hidden = page !== "all" && one.dataset.pages !== undefined && !one.dataset.pages.split(" ").includes(page);
      const chip = $(`.chips [data-a="${one.dataset.a}"]`);
      if (chip) chip.hidden = one.hidden;
    }
    const select = $("#page");
    if (select) select.value = page;
    fitRows();
  }
  function stepPage(step) {
    if (pages.length < 2) return;
    const at = pages.findIndex((one) => one.dataset.page === state.page);
    const next = at < 0 ? (step > 0 ? 0 : pages.length - 1) : Math.min(pages.length - 1, Math.max(0, at + step));
    setPageTo(pages[next].dataset.page);
    left.scrollTop = right.scrollTop = 0;
  }

  function press(action, on) {
    const button = $(`[data-do="${action}"]`);
    if (button) button.setAttribute("aria-pressed", String(on));
  }
  const views = ["scan", "boxes", "lines"].filter((view) => $(`[data-do="view-${view}"]`));
  function setView(view) {
    root.dataset.view = view;
    for (const one of views) press(`view-${one}`, one === view);
    fitRows();
  }
  function setRaw(raw) {
    root.classList.toggle("raw", raw);
    press("raw", raw);
    press("clean", !raw);
  }
  function zoom(factor) {
    state.zoom = factor ? Math.min(6, Math.max(0.3, state.zoom * factor)) : 1;
    for (const sheet of all(".sheet")) sheet.style.width = `${100 * state.zoom}%`;
    fitRows();
  }
  // Columns side by side are set as small as it takes to see all of them, down to what can be read.
  function fitRows() {
    for (const rows of all(".rows")) {
      rows.style.fontSize = "";
      if (!isShown(rows)) continue;
      const fit = rows.matches(".grid") ? Math.min(1, Math.max(0.65, (rows.clientWidth - 100) / (rows.scrollWidth - 100))) : 1;
      rows.style.fontSize = `${13 * fit * Math.min(3, Math.max(0.6, state.zoom))}px`;
    }
    drawWays();
  }
  const isDark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

  // ---- where an article goes on, beside the lines of the source ------------------------------------------------------

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

  // ---- going from article to article, from block to block ------------------------------------------------------------

  function goTo(element) {
    if (!element) return;
    const article = element.closest(".art");
    if (article) {
      if (article.hidden) setPageTo(article.dataset.pages.split(" ")[0]);
      for (const one of all(".art.current")) one.classList.remove("current");
      article.classList.add("current");
      state.article = article;
      light(article.dataset.a);
    }
    element.focus({ preventScroll: true });
    show(element, element === article ? "start" : "nearest");
    const part = all(`.part[data-a="${article ? article.dataset.a : 0}"] .frame, .rows .s[data-a="${article ? article.dataset.a : 0}"]`);
    if (element === article) show(part.find(isShown), "nearest");
  }
  function step(list, current, by) {
    const open = list.filter((one) => !one.closest("[hidden]"));
    const at = open.indexOf(current);
    return open[at < 0 ? (by > 0 ? 0 : open.length - 1) : Math.min(open.length - 1, Math.max(0, at + by))];
  }
  function stepBlock(by) {
    const active = document.activeElement.closest(".b");
    const next = active ? step(all(".art .b"), active, by) : $(".b", state.article || articles.find((one) => !one.hidden) || document);
    goTo(next);
    if (!next) return;
    const keys = keysOf(next);
    mark(keys);
    const there = keys.flatMap(ofKey).filter((element) => left.contains(element));
    if (there.length) setPage(there[0].closest("section.page").dataset.page);
    show(there.find(isShown), "nearest");
  }

  // ---- search ------------------------------------------------------------------------------------------------------

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

  // ---- what a person does --------------------------------------------------------------------------------------------

  const help = $("#help");
  const actions = {
    "page-before": () => stepPage(-1), "page-after": () => stepPage(1),
    "view-scan": () => setView("scan"), "view-boxes": () => setView("boxes"), "view-lines": () => setView("lines"),
    view: () => views.length && setView(views[(views.indexOf(root.dataset.view) + 1) % views.length]),
    smaller: () => zoom(1 / 1.25), larger: () => zoom(1.25), fit: () => zoom(0),
    raw: () => setRaw(true), clean: () => setRaw(false), "raw-or-clean": () => setRaw(!root.classList.contains("raw")),
    dark: () => { root.dataset.theme = isDark() ? "light" : "dark"; },
    lying: () => root.classList.toggle("lying"),
    help: () => help.open ? help.close() : help.showModal(),
    find: () => { find.focus(); find.select(); },
    "article-next": () => goTo(step(articles, state.article, 1)), "article-before": () => goTo(step(articles, state.article, -1)),
    "block-next": () => stepBlock(1), "block-before": () => stepBlock(-1),
    off: () => { pin([]); light(null); for (const one of all(".here")) one.classList.remove("here"); },
  };
  const keys = {
    j: "article-next", k: "article-before", J: "block-next", K: "block-before", "[": "page-before", "]": "page-after",
    v: "view", r: "raw-or-clean", w: "lying", "/": "find", "+": "larger", "=": "larger", "-": "smaller", 0: "fit",
    d: "dark", "?": "help", Escape: "off",
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target === find) {
      if (event.key === "Enter") { event.preventDefault(); nextHit(event.shiftKey ? -1 : 1); }
      if (event.key === "Escape") { find.value = ""; search(); find.blur(); }
      return;
    }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const action = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
  find.addEventListener("input", search);
  const select = $("#page");
  if (select) select.addEventListener("change", () => setPageTo(select.value));

  document.addEventListener("mouseover", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    const piece = target.closest("[data-k]"), number = target.closest("[data-a]");
    mark(piece ? [piece.dataset.k] : []);
    light(number ? number.dataset.a : state.article ? state.article.dataset.a : null);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches && event.target.matches(".b")) mark(keysOf(event.target));
  });

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    if (!target) return;
    const button = target.closest("[data-do]");
    if (button) return actions[button.dataset.do]();
    const link = target.closest("a[href^='#']");
    if (link) {
      if (open(link.getAttribute("href"))) event.preventDefault();
      return;
    }
    const away = target.closest("text[data-page]");
    if (away) return setPageTo(away.dataset.page);
    const badge = target.closest(".badge");
    if (badge) return goTo($(`#a${badge.dataset.a}`));
    const piece = target.closest("[data-k]");
    if (!piece || String(getSelection())) return;
    pin([piece.dataset.k]);
    follow(piece, [piece.dataset.k]);
  });

  // A place of this file: #a3, #b3.2, #r17, #x4, #page-2.
  function open(hash) {
    const target = hash.length > 1 ? document.getElementById(hash.slice(1)) : null;
    if (!target) return false;
    if (target.matches("section.page")) {
      setPageTo(target.dataset.page);
    } else if (target.closest(".rows")) {
      setPage(target.closest("section.page").dataset.page);
      if (views.length) setView("lines");
      for (const one of all(".here")) one.classList.remove("here");
      target.classList.add("here");
      show(target);
    } else if (target.closest(".art")) {
      goTo(target);
    } else {
      show(target, target.matches("section") ? "start" : "center");
    }
    return true;
  }

  setPageTo(state.page);
  open(location.hash);
  addEventListener("hashchange", () => open(location.hash));
  addEventListener("resize", fitRows);
})();
