// An order made by buttons, by Alt with an arrow key, or by dragging. The numbers are what is sent.
import { words } from "./words.js";

export function startRanking() {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-rank] [data-move]");
    if (button) step(button.closest("li"), Number(button.dataset.move), button);
  });
  document.addEventListener("keydown", (event) => {
    const item = event.target.closest?.("[data-rank] li");
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!item || !by || !event.altKey) return;
    event.preventDefault();
    step(item, by, event.target);
  });
  document.addEventListener("pointerdown", grab);
}

function step(item, by, focus) {
  const list = item.parentElement;
  const places = [...list.children];
  const goal = places.indexOf(item) + by;
  if (goal < 0 || goal >= places.length) return;
  list.insertBefore(item, by > 0 ? places[goal].nextSibling : places[goal]);
  number(list);
  tell(item);
  if (focus.disabled) item.querySelector("button:not(:disabled)")?.focus();
  else focus.focus();
}

function number(list) {
  [...list.children].forEach((item, index) => {
    item.querySelector(".place").value = index + 1;
    const [up, down] = item.querySelectorAll("[data-move]");
    up.disabled = index === 0;
    down.disabled = index === list.children.length - 1;
  });
  list.dispatchEvent(new Event("input", { bubbles: true }));
}

function tell(item) {
  const place = [...item.parentElement.children].indexOf(item) + 1;
  const parts = { thing: item.querySelector("[data-thing]").textContent, place, count: item.parentElement.children.length };
  item.closest("[data-rank]").querySelector("[data-said]").textContent = words("moved", parts);
}

function grab(event) {
  const item = event.target.closest("[data-rank] li");
  if (!item || event.button !== 0 || event.target.closest("button, input, a")) return;
  const still = event.pointerType === "touch" ? 8 : 3;
  const follow = (move) => {
    if (item.dataset.held === undefined && Math.abs(move.clientY - event.clientY) < still) return;
    item.dataset.held = "";
    carry(item, move.clientY);
  };
  const drop = () => {
    removeEventListener("pointermove", follow);
    removeEventListener("pointerup", drop);
    removeEventListener("pointercancel", drop);
    if (item.dataset.held === undefined) return;
    delete item.dataset.held;
    number(item.parentElement);
    tell(item);
  };
  addEventListener("pointermove", follow);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", drop);
}

function carry(item, height) {
  const above = item.previousElementSibling;
  const below = item.nextElementSibling;
  if (above && height < middle(above)) above.before(item);
  else if (below && height > middle(below)) below.after(item);
}

function middle(element) {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
