// Listens to what changes while the page is in sight, and fetches the parts that show it again. The stream carries names
// of topics only. A page out of sight stops listening and looks at everything once when it is seen again.
const FIRST = 1000;
const LONGEST = 30000;
let source;
let pause = FIRST;
let timer;
let missed = false;

export function startLive(htmx) {
  const ticket = document.querySelector("[data-listen]")?.dataset.listen;
  if (!ticket) return;
  document.addEventListener("htmx:after:request", keepOnError);
  const listen = () => open(htmx, ticket);
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : listen()));
  addEventListener("online", listen);
  addEventListener("pagehide", close);
  if (!document.hidden) listen();
}

function open(htmx, ticket) {
  close();
  source = new EventSource(`/live/?on=${encodeURIComponent(ticket)}`);
  source.addEventListener("ready", () => {
    pause = FIRST;
    if (missed) refresh(htmx, regions());
    missed = true;
    document.dispatchEvent(new Event("consort:reached"));
  });
  source.addEventListener("changed", ({ data }) => refresh(htmx, regions(data.split(" "))));
  source.addEventListener("shared", ({ data }) => say(JSON.parse(data)));
  source.addEventListener("ended", close);
  source.addEventListener("error", () => again(htmx, ticket));
}

function close() {
  clearTimeout(timer);
  source?.close();
  source = undefined;
}

function again(htmx, ticket) {
  close();
  missed = true;
  timer = setTimeout(() => !document.hidden && open(htmx, ticket), pause * (0.5 + Math.random()));
  pause = Math.min(pause * 2, LONGEST);
}

function regions(topics) {
  const all = [...document.querySelectorAll("[data-live][data-fragment]")];
  return topics ? all.filter(({ dataset }) => dataset.live.split(/\s+/).some((topic) => topics.includes(topic))) : all;
}

// A sentence that everybody reads comes with the stream itself, so that a thousand pages do not ask for it.
function say(sentences) {
  for (const element of document.querySelectorAll("[data-shared]")) {
    const sentence = sentences[element.dataset.shared];
    if (sentence !== undefined) element.textContent = sentence;
  }
}

// A part that cannot be fetched now stays as it was.
function keepOnError(event) {
  if (event.target.matches?.("[data-live]") && event.detail.ctx.response.status >= 400) event.preventDefault();
}

function refresh(htmx, elements) {
  for (const element of elements) {
    htmx.ajax("GET", element.dataset.fragment, { source: element, target: element, swap: "outerMorph" });
  }
}
