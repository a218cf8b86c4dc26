// Light, dark or as the system, at once; the cookie tells the server for the next page.
export function startTheme() {
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-theme-switch]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    choose(event.submitter?.value ?? "");
  }, true);
}

function choose(theme) {
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `theme=${theme}; path=/; max-age=${theme ? 31536000 : 0}; samesite=lax${secure}`;
  for (const button of document.querySelectorAll("[data-theme-switch] button")) {
    if (button.value === theme) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}
