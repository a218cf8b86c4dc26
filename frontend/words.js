// The sentences that scripts say come with the page, translated.
const element = () => document.getElementById("words");

export function words(name, parts = {}) {
  let text = element()?.dataset[name] ?? "";
  for (const [part, value] of Object.entries(parts)) text = text.replace(part.toUpperCase(), () => value);
  return text;
}

export function clock(moment = new Date()) {
  return moment.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}
