// What all of the script stands on. The files are put together in the order that embed.cmake names.
const root = document.documentElement;
const $ = (selector, from = document) => from.querySelector(selector);
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const left = $("#pages"), right = $("#text"), place = $("#place");
const pages = all("section.page"), articles = all("article.art");
const state = { page: pages.length > 1 ? pages[0].dataset.page : "all", zoom: 1, pinned: null, article: null };
root.classList.add("js");

const isShown = (element) => element.getClientRects().length > 0;
function show(element, block = "center") {
  if (!element) return;
  const details = element.closest("details");
  if (details && !(element.tagName === "DETAILS")) details.open = true;
  element.scrollIntoView({ block, inline: "nearest" });
}
