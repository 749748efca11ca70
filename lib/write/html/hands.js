// What a person does: keys, the pointer, links. Going from article to article, from block to block.
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
  const away = target.closest(".to");
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
