// A button that opens the browser's dialogue to print, or to save as PDF: <button data-print>.

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
