// Says when the line is gone, and that nothing typed is lost by it.
export function startOffline() {
  addEventListener("offline", () => show(true));
  addEventListener("online", () => show(false));
  document.addEventListener("consort:reached", () => show(false));
  document.addEventListener("consort:unreached", () => show(true));
  document.addEventListener("htmx:error", ({ detail }) => detail.error instanceof TypeError && show(true));
  document.addEventListener("htmx:after:request", () => show(false));
  if (!navigator.onLine) show(true);
}

function show(isGone) {
  document.querySelectorAll("[data-offline]").forEach((bar) => (bar.hidden = !isGone));
}
