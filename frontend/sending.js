// A form is sent once. Its button shows that it is under way; a failure gives it back with everything still typed.
import { say } from "./toasts.js";
import { words } from "./words.js";

const WAY_BACK = 15000; // a plain form that never arrives is given back
const sent = new WeakMap(); // form: what its controls held when it was sent

export function startSending() {
  document.addEventListener("submit", guard, true);
  document.addEventListener("submit", (event) => event.defaultPrevented || hold(event.target, event.submitter));
  document.addEventListener("htmx:before:request", ({ target, detail }) => hold(target, detail.ctx.sourceEvent?.submitter));
  document.addEventListener("htmx:after:swap", ({ detail }) => answered(detail.ctx));
  document.addEventListener("htmx:finally:request", ({ detail }) => detail.ctx.hx?.redirect || release(detail.ctx.sourceElement));
  document.addEventListener("htmx:error", ({ detail }) => isUnsent(detail) && say(words("unsent")));
  window.addEventListener("pageshow", ({ persisted }) => persisted && document.querySelectorAll("form").forEach(release));
}

// Whether this control still holds what was sent a moment ago.
export function wasSent(control) {
  const values = sent.get(control.form);
  return values !== undefined && values.get(control) === control.value;
}

export function isSending(form) {
  return sent.has(form);
}

// The server's answer to a form stands in its attributes now; a morph leaves what the controls show as it was.
function answered({ sourceElement: form, target }) {
  if (!sent.has(form) || !(target instanceof Element) || !target.contains(form)) return;
  for (const control of form.elements) if (wasSent(control)) toDefault(control);
}

function toDefault(control) {
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) option.selected = option.defaultSelected;
  } else if (control.matches("[type=checkbox], [type=radio]")) {
    control.checked = control.defaultChecked;
  } else if (control.matches("textarea, input:not([type=file], [type=hidden])")) {
    control.value = control.defaultValue;
  }
}

function isUnsent({ ctx, error }) {
  return error instanceof TypeError && ctx?.request && ctx.request.method !== "GET";
}

function guard(event) {
  if (!sent.has(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function hold(form, submitter) {
  if (!(form instanceof HTMLFormElement) || form.getAttribute("method") !== "post" || sent.has(form)) return;
  sent.set(form, new Map([...form.elements].map((control) => [control, control.value])));
  (submitter ?? form.querySelector("button:not([type=button])"))?.setAttribute("aria-busy", "true");
  if (!form.hasAttribute("hx-post")) setTimeout(() => release(form), WAY_BACK);
}

function release(form) {
  if (!sent.delete(form)) return;
  form.querySelectorAll("button[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}
