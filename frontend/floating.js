// Dialogs that buttons open, menus where the browser cannot anchor them, "go back" on error pages.
const anchors = CSS.supports("position-area", "block-end");

export function startFloating() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) open(event, opener);
    if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
    if (event.target.closest("[data-back]") && history.length > 1) {
      event.preventDefault();
      history.back();
    }
  });
  if (!anchors) document.addEventListener("toggle", place, true);
  document.addEventListener("keydown", walk);
}

function open(event, opener) {
  const dialog = document.getElementById(opener.dataset.opens);
  if (!dialog) return;
  event.preventDefault();
  dialog.showModal();
}

function place({ target, newState }) {
  if (newState !== "open" || !target.matches?.(".menu[popover]:not(.drawer)")) return;
  const opener = document.querySelector(`[popovertarget="${CSS.escape(target.id)}"]`).getBoundingClientRect();
  const { offsetWidth, offsetHeight } = target;
  const below = opener.bottom + offsetHeight < innerHeight;
  target.style.top = `${below ? opener.bottom : Math.max(4, opener.top - offsetHeight - 8)}px`;
  target.style.left = `${Math.max(4, Math.min(opener.left, innerWidth - offsetWidth - 8))}px`;
}

// Arrow keys walk through an open menu, as people expect of one.
function walk(event) {
  const menu = event.target.closest?.(".menu[popover]") ?? openMenu(event.target);
  if (!menu || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const items = [...menu.querySelectorAll("a, button")];
  const step = event.key === "ArrowDown" ? 1 : -1;
  const now = items.indexOf(document.activeElement);
  items[now < 0 ? (step > 0 ? 0 : items.length - 1) : (now + step + items.length) % items.length]?.focus();
  event.preventDefault();
}

function openMenu(opener) {
  const menu = opener.popoverTargetElement;
  return menu?.matches(".menu:popover-open") ? menu : null;
}
