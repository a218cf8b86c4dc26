// A form with data-autosave is kept as a draft 800 ms after the last key. What could not be sent is kept for this tab only,
// and never when the form is sealed or the field a password.
import { isSending } from "./sending.js";
import { token } from "./token.js";
import { clock, words } from "./words.js";

const PAUSE = 800;
const AGAIN = 5000;
const timers = new WeakMap();
const running = new WeakMap();

export function startAutosave() {
  document.addEventListener("input", ({ target }) => {
    const form = target.closest?.("form[data-autosave]");
    if (form) later(form, PAUSE);
  });
  document.addEventListener("submit", ({ target }) => target.matches("[data-autosave]") && forget(target));
  addEventListener("online", saveAll);
  document.addEventListener("visibilitychange", () => document.hidden && saveAll());
  addEventListener("beforeunload", (event) => document.querySelector("form[data-lost]") && event.preventDefault());
  document.querySelectorAll("form[data-autosave]").forEach(restore);
  document.addEventListener("htmx:after:process", ({ target }) => target.querySelectorAll?.("form[data-autosave]").forEach(restore));
}

function saveAll() {
  document.querySelectorAll("form[data-unsaved]").forEach(save);
}

function later(form, pause) {
  form.dataset.unsaved = "";
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => save(form), pause));
}

async function save(form) {
  clearTimeout(timers.get(form));
  if (!form.isConnected || isSending(form)) return;
  if (running.get(form)) return later(form, PAUSE);
  running.set(form, true);
  const sent = fields(form);
  report(form, words("saving"));
  try {
    await post(form, sent);
    settle(form, sent);
  } catch (problem) {
    keep(form);
    form.dataset.lost = "";
    report(form, problem.message || words("refused"), true);
    if (problem.again) later(form, AGAIN);
  } finally {
    running.set(form, false);
  }
}

async function post(form, body) {
  let answer;
  try {
    const headers = { "X-CSRFToken": token(), "X-Requested-With": "autosave" };
    answer = await fetch(form.dataset.autosave, { method: "POST", body, headers, redirect: "manual", keepalive: true });
  } catch {
    document.dispatchEvent(new Event("consort:unreached"));
    throw Object.assign(new Error(words("notSaved")), { again: true });
  }
  document.dispatchEvent(new Event("consort:reached"));
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) throw new Error(words("signedOut"));
  if (!answer.ok) throw Object.assign(new Error(words("refused")), { again: answer.status >= 500 });
}

function settle(form, sent) {
  if (text(sent) !== text(fields(form))) return later(form, PAUSE);
  delete form.dataset.unsaved;
  delete form.dataset.lost;
  sessionStorage.removeItem(place(form));
  report(form, words("kept", { time: clock() }));
}

function report(form, message, isBad = false) {
  const said = form.querySelector("[data-saved]");
  if (!said) return;
  said.textContent = message;
  said.classList.toggle("saved", true);
  if (isBad) said.dataset.is = "critical";
  else delete said.dataset.is;
}

const fields = (form) => new URLSearchParams([...new FormData(form)].filter(isSent));
const isSent = ([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string";
const text = (data) => data.toString();
const place = (form) => `draft:${form.dataset.autosave}`;
const mayKeep = (form) => form.dataset.sealed === undefined;
const keptControls = (form) => [...form.querySelectorAll("textarea[name], input[name]:not([type]), input[type=text][name]")];

function keep(form) {
  if (!mayKeep(form)) return;
  const words = keptControls(form).map(({ name, value }) => [name, value]);
  sessionStorage.setItem(place(form), JSON.stringify(words));
}

function forget(form) {
  delete form.dataset.unsaved;
  delete form.dataset.lost;
  clearTimeout(timers.get(form));
  sessionStorage.removeItem(place(form));
}

function restore(form) {
  const kept = mayKeep(form) && sessionStorage.getItem(place(form));
  if (!kept || form.dataset.restored !== undefined) return;
  form.dataset.restored = "";
  const values = new Map(JSON.parse(kept));
  for (const control of keptControls(form)) if (values.has(control.name)) control.value = values.get(control.name);
  report(form, words("restored"));
  later(form, PAUSE);
}
