// The line at the top of the page that says what went wrong. The server fills it when it can answer; here it is
// filled when the server cannot, and emptied when the reader tries again.

const OFFLINE = "The server does not answer. What you see is what it sent last; try again in a moment.";

document.addEventListener("htmx:before:request", () => {
  document.getElementById("error")?.replaceChildren();
});

document.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx && !event.detail.ctx.response) document.getElementById("error")?.append(OFFLINE);
});
