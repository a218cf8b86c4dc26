// "Find or go to": Ctrl K opens it, typing finds, arrows choose, Enter goes. Without a script the link leads to the search page.
const PAUSE = 150;
let timer;
let asking;

export function startFinder() {
  const dialog = document.getElementById("find");
  if (!dialog) return;
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-find]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      dialog.showModal();
    }
    if (event.target === dialog) dialog.close();
  });
  const input = dialog.querySelector("input");
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => find(dialog, input.value), PAUSE);
  });
  input.addEventListener("keydown", (event) => choose(event, dialog, input));
}

async function find(dialog, text) {
  asking?.abort();
  asking = new AbortController();
  if (!text.trim()) return show(dialog, "");
  const url = `${dialog.dataset.url}?q=${encodeURIComponent(text)}`;
  try {
    const answer = await fetch(url, { headers: { "HX-Request": "true", "X-Requested-With": "finder" }, signal: asking.signal });
    if (answer.ok) show(dialog, await answer.text(), true);
  } catch (problem) {
    if (problem.name !== "AbortError") document.dispatchEvent(new Event("consort:unreached"));
  }
}

// The answer is a fragment of our own server with links; they become options of the list.
function show(dialog, html, hasLooked = false) {
  const list = dialog.querySelector("[role=listbox]");
  list.innerHTML = html;
  const links = [...list.querySelectorAll("a[href]")];
  links.forEach((link, index) => {
    link.id = `find-${index}`;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", index === 0);
    link.tabIndex = -1;
  });
  dialog.querySelector("[data-find-none]").hidden = !hasLooked || links.length > 0;
  point(dialog, links[0]);
}

function choose(event, dialog, input) {
  const links = [...dialog.querySelectorAll("[role=option]")];
  const now = links.findIndex((link) => link.getAttribute("aria-selected") === "true");
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by && links.length) {
    event.preventDefault();
    point(dialog, links[(now + by + links.length) % links.length]);
  } else if (event.key === "Enter" && links[now] && input.value.trim()) {
    event.preventDefault();
    links[now].click();
  }
}

function point(dialog, chosen) {
  const input = dialog.querySelector("input");
  for (const link of dialog.querySelectorAll("[role=option]")) link.setAttribute("aria-selected", link === chosen);
  input.setAttribute("aria-expanded", String(Boolean(chosen)));
  if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
  else input.removeAttribute("aria-activedescendant");
  chosen?.scrollIntoView({ block: "nearest" });
}
