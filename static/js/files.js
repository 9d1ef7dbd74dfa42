// Several files, chosen or dropped on the page that adds files: sent one after another, with a bar and a line for each.
// Without this script the form sends them all at once.

const SILENT = "The server does not answer.";

const form = () => document.querySelector("#files form");
const lines = () => document.querySelector("#files .imported");

function bodyOf(file) {
  const body = new FormData();
  body.append("csrf_token", form().elements.csrf_token.value);
  body.append("collection", form().elements.collection.value);
  body.append("files", file);
  return body;
}

function problem(file, words) {
  const line = document.createElement("li");
  line.className = "problem";
  line.textContent = `${file.name}: ${words}`;
  return line;
}

// An answer that is no page of files says in its heading and first paragraph why.
async function send(file) {
  try {
    const answer = await fetch(form().action, { method: "POST", body: bodyOf(file) });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("#files .imported li") ?? problem(file, page.querySelector("main p")?.textContent ?? SILENT);
  } catch {
    return problem(file, SILENT);
  }
}

async function sendAll(files) {
  const bar = document.getElementById("importing");
  Object.assign(bar, { hidden: false, value: 0, max: files.length });
  form().querySelector("button").disabled = true;
  lines().replaceChildren();
  for (const file of files) {
    lines().append(document.importNode(await send(file), true));
    bar.value += 1;
  }
  form().reset();
  form().querySelector("button").disabled = false;
}

document.addEventListener("submit", (event) => {
  const files = [...document.getElementById("several").files];
  if (event.target !== form() || !files.length) return;
  event.preventDefault();
  sendAll(files);
});

document.addEventListener("dragover", (event) => {
  if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  sendAll([...event.dataTransfer.files]);
});
