// Pages, views, sizes.
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
