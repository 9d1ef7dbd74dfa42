/* Each side of the desk says what it is, while a text is typed or a file chosen. The server looks, and stores nothing.
   The answer to an older question is dropped. Needs desk.js. */

const PAUSE_MS = 400;
const PAUSE_OF_LONG_MS = 1500;
const LONG_CHARS = 100_000;

const asked = { old: {}, new: {} };
const placeOf = (side) => document.getElementById(`${side}_look`);

function fieldsOf(side) {
  const fields = new FormData();
  const [file] = fileField(side).files;
  fields.append("csrf_token", form().elements.csrf_token.value);
  if (file) fields.append(fileField(side).name, file);
  else fields.append(textField(side).name, textField(side).value);
  return fields;
}

function drop(side) {
  clearTimeout(asked[side].timer);
  asked[side].request?.abort();
}

// The look is an aid: if there is no answer, nothing is said. The button says what is wrong.
async function ask(side) {
  const request = (asked[side].request = new AbortController());
  try {
    const answer = await fetch(placeOf(side).dataset.address, { method: "POST", body: fieldsOf(side), signal: request.signal });
    const words = await answer.text();
    if (answer.ok) placeOf(side).outerHTML = words;
    else placeOf(side).replaceChildren();
  } catch {
    if (!request.signal.aborted) placeOf(side).replaceChildren();
  }
}

function look(side, pause) {
  drop(side);
  const [file] = fileField(side).files;
  if (file && file.size > form().dataset.maxFileBytes) return sayTooLarge(side, file);
  if (!file && !textField(side).value.trim()) return placeOf(side).replaceChildren();
  asked[side].timer = setTimeout(() => ask(side), pause);
}

function sayTooLarge(side, file) {
  const most = Number(form().dataset.maxFileBytes).toLocaleString("en");
  const line = document.createElement("p");
  line.className = "problem";
  line.textContent = `${file.name} is too large: a file may have ${most} bytes.`;
  placeOf(side).replaceChildren(line);
}

document.addEventListener("input", (event) => {
  const side = SIDES.find((name) => event.target === textField(name));
  if (side) look(side, event.target.value.length > LONG_CHARS ? PAUSE_OF_LONG_MS : PAUSE_MS);
});

document.addEventListener("change", (event) => {
  const side = SIDES.find((name) => event.target === fileField(name));
  if (side) look(side, 0);
});

document.addEventListener("submit", () => SIDES.forEach(drop));

// What a browser fills in again, and what came back to be corrected.
window.addEventListener("pageshow", () => {
  if (form()) SIDES.forEach((side) => look(side, 0));
});
