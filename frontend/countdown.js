// A clock that shows how long it is until data-until. It only shows: the deadline is the server's. The difference between the
// two clocks is known from data-now, which says when the server wrote the page.
import { words } from "./words.js";

const offsets = new WeakMap();

export function startCountdown() {
  document.querySelectorAll("[data-until]").forEach(note);
  document.addEventListener("htmx:after:process", ({ target }) => target.querySelectorAll?.("[data-until]").forEach(note));
  setInterval(() => document.querySelectorAll("[data-until]").forEach(show), 500);
}

function note(clock) {
  offsets.set(clock, { written: clock.dataset.now, by: Date.now() - Date.parse(clock.dataset.now) });
  show(clock);
}

function show(clock) {
  if (offsets.get(clock)?.written !== clock.dataset.now) return note(clock);
  const seconds = Math.round((Date.parse(clock.dataset.until) - Date.now() + offsets.get(clock).by) / 1000);
  const shown = face(Math.abs(seconds));
  clock.textContent = seconds < 0 ? `−${shown}` : shown;
  clock.classList.toggle("over", seconds < 0);
}

// Such as 2:14, or 3:05:00, or 2 d where days are left.
function face(seconds) {
  const [days, hours, minutes] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (days > 1) return words("days", { days });
  const rest = String(seconds % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
