// For a page that frames Stet: gives each <iframe data-stet> the height of what is in it. Without this script the
// frame keeps the height that it was given, and scrolls.

function frames() {
  return [...document.querySelectorAll("iframe[data-stet]")];
}

addEventListener("message", ({ data, origin, source }) => {
  if (data?.stet !== "height" || !Number.isFinite(data.height)) return;
  const frame = frames().find((frame) => frame.contentWindow === source && new URL(frame.src).origin === origin);
  if (frame) frame.height = data.height;
});

// A frame that was ready before this script has told its height to nobody.
for (const frame of frames()) frame.contentWindow.postMessage({ stet: "how high?" }, new URL(frame.src).origin);
