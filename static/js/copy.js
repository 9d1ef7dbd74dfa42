// A button that copies a field: <button data-copy="id of the field" data-done="what it then says">.
// The clipboard of the browser answers on secure pages only; on plain HTTP inside a newsroom the older command does.

async function copy(field) {
  field.select();
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand("copy");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await copy(document.getElementById(button.dataset.copy));
  button.textContent = button.dataset.done;
});
