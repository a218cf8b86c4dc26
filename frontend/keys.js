// A key presses the button that names it, but only while the focus is in the region that says so.
export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const region = event.target.closest?.("[data-keys]");
    if (!region || event.target.matches("input, textarea, select")) return;
    const named = [...region.querySelectorAll("[data-key]")].find(({ dataset }) => dataset.key === event.key);
    if (!named) return;
    event.preventDefault();
    named.click();
  });
}
