// Inside an embed: tells the page around it how high it is. A height is all that it tells, so it may tell anybody.

function tell() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ stet: "height", height }, "*");
}

new ResizeObserver(tell).observe(document.documentElement);
addEventListener("message", (event) => {
  if (event.data?.stet === "how high?") tell();
});
