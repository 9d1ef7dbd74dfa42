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
