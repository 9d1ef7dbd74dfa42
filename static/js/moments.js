// Moments in the reader's own time zone, where the page has them in UTC: <time datetime data-moment>. The brief ones have
// no date if all of them are on one day. The offset of the zone is sent with a moment that the reader writes.

const CLOCK = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const moments = (kind) => [...document.querySelectorAll(`time[data-moment="${kind}"]`)];
const dateOf = (element) => new Date(element.dateTime);
const full = (date) => `${DAY.format(date)}, ${CLOCK.format(date)}`;

function writeMoments() {
  const brief = moments("brief");
  const isOneDay = new Set(brief.map((element) => DAY.format(dateOf(element)))).size === 1;
  for (const element of moments("full")) element.textContent = full(dateOf(element));
  for (const element of brief) element.textContent = (isOneDay ? CLOCK.format : full)(dateOf(element));
}

function nameZone() {
  for (const note of document.querySelectorAll("[data-zone]")) note.textContent = `Times are in ${ZONE}.`;
  for (const name of document.querySelectorAll("[data-zone-name]")) name.textContent = `in ${ZONE}`;
}

document.addEventListener("input", (event) => {
  if (event.target.name !== "captured_at" || !event.target.value) return;
  event.target.form.elements.offset.value = new Date(event.target.value).getTimezoneOffset();
});

writeMoments();
nameZone();
