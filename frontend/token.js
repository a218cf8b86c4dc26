// The proof that a form comes from our own page. Signing in again in another tab changes it, so it is read when it is needed.
export function token() {
  const kept = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  return kept ?? JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}")["X-CSRFToken"] ?? "";
}

export function startToken() {
  document.addEventListener("submit", ({ target }) => {
    const field = target.elements.namedItem("csrfmiddlewaretoken");
    if (field) field.value = token();
  }, true);
  document.addEventListener("htmx:config:request", ({ detail }) => {
    detail.ctx.request.headers["X-CSRFToken"] = token();
  });
}
