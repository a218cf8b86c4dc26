// Toasts go by themselves after ten seconds, unless someone is reading them or they offer Undo and the pointer rests there.
const STAY = 10000;

export function startToasts() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-dismiss]")) event.target.closest("[data-toast]")?.remove();
  });
  const list = document.getElementById("toasts");
  if (!list) return;
  for (const toast of list.children) leaveLater(toast);
  new MutationObserver((changes) => {
    for (const change of changes) change.addedNodes.forEach((node) => node instanceof Element && leaveLater(node));
  }).observe(list, { childList: true });
}

function leaveLater(toast) {
  setTimeout(() => (toast.matches(":hover, :focus-within") ? leaveLater(toast) : toast.remove()), STAY);
}

// Say something in the live region. Text only.
export function say(text) {
  const list = document.getElementById("toasts");
  if (!list || !text) return;
  const toast = document.createElement("div");
  toast.className = "toast";
  toast.dataset.toast = "";
  const words = document.createElement("span");
  words.textContent = text;
  toast.append(words);
  list.append(toast);
}
