// Moving about in a comparison: from change to change by key or button, the address following; the partner of what is
// pointed at; what the reader looks at and had opened stays when a part of the page is swapped; and what is copied is
// words. All of it by delegation, so that a swap needs no second start; in one file, so that a slow line asks once.

const STEPS = { n: 1, j: 1, p: -1, k: -1 };
const LEDGER_STEPS = { "]": 1, "[": -1 };
const PARTNERS = "[data-c], .c[id], .moved_from, .departed";

const all = (selector) => [...document.querySelectorAll(selector)];
const place = () => document.getElementById("place");
let current = "";
let lit = [];
let opened = [];
let focused = "";
let opening = "";
let kept = [];

function changes() {
  return all(".reading .c[id]").filter((change) => change.checkVisibility());
}

function listed() {
  const ids = new Set(all(".ledger li > a").map((link) => link.hash.slice(1)));
  return changes().filter((change) => ids.has(change.id));
}

// From a place that is none of them, the nearest one that follows on the page is the next.
function step(among, direction) {
  const here = document.getElementById(current);
  let next = among.indexOf(here) + direction;
  if (here && !among.includes(here)) {
    const follows = among.findIndex((change) => here.compareDocumentPosition(change) & Node.DOCUMENT_POSITION_FOLLOWING);
    next = (follows < 0 ? among.length : follows) + Math.min(0, direction);
  } else if (!here) {
    next = direction > 0 ? 0 : among.length - 1;
  }
  if (among.length) go(among[(next + among.length) % among.length]);
}

function go(change) {
  history.replaceState(history.state, "", `#${change.id}`);
  show(change);
  change.tabIndex = -1;
  change.focus({ preventScroll: true });
  change.scrollIntoView({ block: "center" });
}

function show(change) {
  const among = changes();
  current = change.id;
  all(".here").forEach((other) => other.classList.remove("here"));
  all(`[data-c="${current}"]`).concat(change).forEach((half) => half.classList.add("here"));
  all(".ledger li > a").forEach((link) => link.toggleAttribute("aria-current", link.hash === `#${current}`));
  if (place()) place().textContent = `${among.indexOf(change) + 1} of ${among.length}`;
  const words = [...change.childNodes].map((node) => node.textContent).join(" ");
  document.getElementById("heard").textContent = `Change ${among.indexOf(change) + 1} of ${among.length}: ${words}`;
}

function leave() {
  current = "";
  all(".here").forEach((other) => other.classList.remove("here"));
  history.replaceState(history.state, "", location.pathname + location.search);
  document.activeElement?.blur();
}

// The half of a change in the other column, or the other end of a move.
function partners(element) {
  if (element.matches(".moved_from, .departed")) return all(element.hash);
  return all(`[data-c="${element.dataset.c ?? element.id}"], #${element.dataset.c ?? element.id}`);
}

function light(event) {
  const element = event.target.closest?.(PARTNERS);
  lit.forEach((other) => other.classList.remove("lit"));
  lit = element ? partners(element).filter((other) => other !== element) : [];
  lit.forEach((other) => other.classList.add("lit"));
}

function follow() {
  const target = document.getElementById(location.hash.slice(1) || "main");
  if (target?.matches(".reading .c")) show(target);
}

// The numbers of the first and the last pair on the screen, below the bar that sticks.
function onScreen() {
  const box = document.querySelector(".reading")?.getBoundingClientRect();
  if (!box) return [];
  const top = Math.max(box.top, document.querySelector(".bar").getBoundingClientRect().bottom, 0);
  const bottom = Math.min(box.bottom, innerHeight) - 1;
  const middle = box.left + box.width / 2;
  return [pairsAt(middle, top, bottom, 8)[0], pairsAt(middle, bottom, top, -8).at(-1)];
}

// The pairs that begin in the first row that is met on the way.
function pairsAt(x, from, to, step) {
  for (let y = from; (to - y) * step > 0; y += step) {
    const row = document.elementFromPoint(x, y)?.closest(".reading .row");
    const begun = [...(row?.querySelectorAll(".s[id]") ?? [])];
    if (begun.length) return begun.map((sentence) => Number(sentence.id.slice(1)));
  }
  return [];
}

// What was moved stands elsewhere on one of the bars, and what a mark of a long text stands for begins with its pair.
function frameOf(bar, [first, last]) {
  const marks = [...bar.querySelectorAll("a:not(:has(.moved))")];
  const pair = (mark) => Number(mark.getAttribute("href").slice(2));
  const upTo = (number) => marks.findLast((mark) => pair(mark) <= number) ?? (number >= 0 ? marks[0] : undefined);
  const place = (mark, name) => parseFloat(mark?.firstElementChild.getAttribute(name));
  const start = place(upTo(first), "x");
  return { x: start, width: place(upTo(last), "x") + place(upTo(last), "width") - start };
}

function frameStrip() {
  const pairs = onScreen();
  for (const bar of all(".strip g[id]")) {
    const { x, width } = frameOf(bar, pairs);
    bar.lastElementChild.setAttribute("x", `${x || 0}%`);
    bar.lastElementChild.setAttribute("width", width > 0 ? `${width}%` : "0");
  }
  const strip = document.querySelector(".strip svg")?.getBoundingClientRect();
  document.querySelector(".flat")?.toggleAttribute("hidden", !strip || strip.bottom > 0);
}

let isFraming = false;
function frameSoon() {
  if (!isFraming) requestAnimationFrame(() => { isFraming = false; frameStrip(); });
  isFraming = true;
}

function isTyping(target) {
  return target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const sheet = document.getElementById("keys");
  if (!sheet || sheet.open) return;
  if (event.key in STEPS) step(changes(), STEPS[event.key]);
  else if (event.key in LEDGER_STEPS) step(listed(), LEDGER_STEPS[event.key]);
  else if (event.key === "?") sheet.showModal();
  else if (event.key === "Escape") closeOptions() || leave();
  else return;
  event.preventDefault();
});

function closeOptions() {
  const options = document.querySelector("#more[open]");
  if (options) {
    options.open = false;
    options.querySelector("summary").focus();
  }
  return options;
}

document.addEventListener("click", (event) => {
  const { step: direction, help, close } = event.target.closest("button")?.dataset ?? {};
  if (direction) step(changes(), Number(direction));
  if (help !== undefined) document.getElementById("keys").showModal();
  if (close !== undefined) document.getElementById("keys").close();
  if (!event.target.closest("#more")) document.querySelector("#more[open]")?.removeAttribute("open");
});

document.addEventListener("pointerover", light);
document.addEventListener("focusin", light);
window.addEventListener("hashchange", follow);
document.addEventListener("DOMContentLoaded", follow);
document.addEventListener("DOMContentLoaded", frameSoon);
document.addEventListener("toggle", frameSoon, { capture: true });
document.addEventListener("scroll", frameSoon, { passive: true });
window.addEventListener("resize", frameSoon);

document.addEventListener("htmx:before:swap", (event) => {
  const source = event.detail.ctx?.sourceElement;
  opening = source?.closest(".correct") ? "corrections" : source?.closest("p.fold")?.id;
  kept = toKeep(source).map((place) => ({ id: place.id, top: place.getBoundingClientRect().top }));
  opened = all("#result details[open][id]").map((details) => details.id);
  focused = document.activeElement?.id;
});

// What must not move when the part is swapped, of which one is enough: the fold or a sentence of the row in which the
// reader opened something; else the sentences on the screen, once the reader has scrolled into the text.
function toKeep(source) {
  const opens = source?.closest("p.fold, .reading .row");
  if (opens) return opens.matches(".fold") ? [opens] : [...opens.querySelectorAll(".s[id]")];
  return document.querySelector(".flat:not([hidden])") ? sentencesBelow(document.querySelector(".bar")) : [];
}

// The sentences on the screen that begin below the bar, of both columns, from the top.
function sentencesBelow(bar) {
  const { left, width } = document.querySelector(".reading").getBoundingClientRect();
  const top = bar.getBoundingClientRect().bottom;
  const found = new Set();
  for (let y = top; y < innerHeight; y += 8) {
    for (const x of [left + width / 4, left + (3 * width) / 4]) {
      const sentence = document.elementFromPoint(x, y)?.closest(".reading .s[id]");
      if (sentence?.getBoundingClientRect().top >= top) found.add(sentence);
    }
  }
  return [...found];
}

function keepPlace() {
  const place = kept.find(({ id }) => document.getElementById(id)?.checkVisibility());
  if (place) scrollBy(0, document.getElementById(place.id).getBoundingClientRect().top - place.top);
}

// What a fold hid has come with a new page around it, of which only what is on the screen is laid out. The corrections
// of a sentence that was split stand beside its first half.
function showOpened() {
  const part = document.getElementById(opening);
  if (opening === "corrections") part?.scrollIntoView({ block: "nearest" });
  else part?.querySelector("summary").focus({ preventScroll: true });
}

document.addEventListener("htmx:after:swap", () => {
  opened.map((id) => document.getElementById(id)).forEach((details) => details?.setAttribute("open", ""));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  keepPlace();
  showOpened();
  follow();
  frameSoon();
});

// What is copied out of a comparison: as plain text the words of one side alone, as HTML with what came and went.
// A selection that begins in a column stays in it. What Stet writes beside the words is not copied.

const OURS = ".sr, .tag, .margin, .paragraph, .correct, .corrections, .moved_from, .departed, .also_in, .fold > a, summary";
const HIDDEN = "details:not([open]) > :not(summary)";

const selected = () => (getSelection().rangeCount ? getSelection().getRangeAt(0) : null);
const element = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);

// The column in which the selection began; "" in a view of one column, where the new words count.
function sideOf(around) {
  return around.closest(".clean-old") ? "old" : around.closest(".reading").dataset.selecting ?? "";
}

function cutOut(range, side) {
  const holder = document.createElement("div");
  holder.append(range.cloneContents());
  const otherColumn = side === "old" ? ".column.new" : ".column.old";
  holder.querySelectorAll(`${OURS}, ${HIDDEN}, ${otherColumn}`).forEach((part) => part.remove());
  return holder;
}

function withMarks(holder) {
  for (const part of holder.querySelectorAll("*")) {
    for (const { name } of [...part.attributes]) if (!["dir", "lang"].includes(name)) part.removeAttribute(name);
  }
  return holder.innerHTML;
}

// A space stands on either side of what went.
function asText(holder) {
  const paragraphs = [...holder.querySelectorAll("p")];
  const texts = (paragraphs.length ? paragraphs : [holder]).map((part) => part.textContent.replace(/ {2,}/g, " ").trim());
  return texts.filter(Boolean).join("\n\n");
}

document.addEventListener("copy", (event) => {
  const range = selected();
  const around = range && element(range.commonAncestorContainer);
  if (!around?.closest(".reading") || around.closest("input, textarea")) return;
  const side = sideOf(around);
  const holder = cutOut(range, side);
  event.clipboardData.setData("text/html", withMarks(holder));
  if (side !== "old") holder.querySelectorAll("del").forEach((part) => part.remove());
  event.clipboardData.setData("text/plain", asText(holder));
  event.preventDefault();
});

document.addEventListener("pointerdown", (event) => {
  const column = event.target.closest?.(".side_by_side .column");
  const reading = document.querySelector(".side_by_side");
  if (reading) reading.dataset.selecting = column?.matches(".old") ? "old" : column ? "new" : "";
});
