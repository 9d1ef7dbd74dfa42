/* Files dropped on the desk: one on a side, or two anywhere. As soon as both sides have a file, they are compared.
   A text pasted where no field is goes to the first side that has nothing yet. Without this script the fields are used
   as they are. What is picked on one side brings its likely partners to the top of the other side's list. */

const SIDES = ["old", "new"];

const form = () => document.getElementById("desk");
const fileField = (side) => document.getElementById(`${side}_file`);
const textField = (side) => document.getElementById(`${side}_text`);
const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");

function say(words) {
  document.getElementById("dropped").textContent = words;
}

function choosePasted(side) {
  const choice = form().querySelector(`[name="${side}"][value="pasted"]`);
  choice.checked = true;
}

function put(side, file) {
  const field = fileField(side);
  const holder = new DataTransfer();
  holder.items.add(file);
  field.files = holder.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function sideUnder(target) {
  const picker = target.closest?.(".picker");
  return SIDES.find((side) => picker?.contains(fileField(side)));
}

function take(files, target) {
  if (files.length > 2) {
    return say(`These are ${files.length} files. Drop one on each side, or two at once. The library takes any number.`);
  }
  if (files.length === 2) SIDES.forEach((side, at) => put(side, files[at]));
  else put(sideUnder(target) ?? SIDES.find((side) => !fileField(side).files.length) ?? "new", files[0]);
  if (SIDES.every((side) => fileField(side).files.length)) form().requestSubmit(form().querySelector("[value=compare]"));
  else say(`${files[0].name} is in place. Drop or pick the other text.`);
}

function isFilled(side) {
  const picked = form().elements[side].value;
  return (picked && picked !== "pasted") || textField(side).value || fileField(side).files.length;
}

function takeText(text) {
  const side = SIDES.find((name) => !isFilled(name));
  if (!side) return say("Both sides have a text already. Paste into the box of the one to replace.");
  textField(side).value = text;
  textField(side).dispatchEvent(new Event("input", { bubbles: true }));
  say(SIDES.every(isFilled) ? "Both texts are in place." : "The text is in place. Paste or pick the other one.");
}

document.addEventListener("paste", (event) => {
  if (!form() || event.target.closest?.("input, textarea")) return;
  const { files, types } = event.clipboardData;
  if (!files.length && !types.includes("text/plain")) return;
  event.preventDefault();
  if (files.length) take([...files], event.target);
  else takeText(event.clipboardData.getData("text/plain"));
});

document.addEventListener("input", (event) => {
  const side = SIDES.find((name) => event.target === textField(name));
  if (side && event.target.value) choosePasted(side);
});

document.addEventListener("dragover", (event) => {
  if (!form() || !holdsFiles(event)) return;
  event.preventDefault();
  form().classList.add("is_dropping");
});

document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form()?.classList.remove("is_dropping");
});

document.addEventListener("drop", (event) => {
  if (!form() || !holdsFiles(event)) return;
  event.preventDefault();
  form().classList.remove("is_dropping");
  take([...event.dataTransfer.files], event.target);
});

document.addEventListener("change", (event) => {
  const side = SIDES.find((name) => event.target === fileField(name));
  if (side && event.target.files.length) choosePasted(side);
});

document.addEventListener("change", (event) => {
  const side = SIDES.find((name) => event.target.name === name);
  const other = SIDES.find((name) => name !== side);
  if (side && !isFilled(other)) document.getElementById(`${other}_partners`).dispatchEvent(new Event("picked"));
});

let picked = [];

document.addEventListener("htmx:before:swap", () => {
  picked = form() ? [...form().querySelectorAll("[type=radio]:checked")] : [];
});

// A list is of the moment when it was asked for: what the reader picked since then is not picked in it, or not there.
function pickAgain(choice) {
  const listed = form().querySelector(`[name="${choice.name}"][value="${choice.value}"]`);
  if (!listed) document.getElementById(`${choice.name}_articles`).prepend(choice.closest("label"));
  (listed ?? choice).checked = true;
}

document.addEventListener("htmx:after:swap", () => picked.forEach(pickAgain));
