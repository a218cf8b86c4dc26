// The slider writes the number beside it. Until a person has said something the number is empty and the slider pale.
export function startOdds() {
  document.addEventListener("input", ({ target }) => {
    if (target.dataset?.sets) write(target);
    else if (target.closest?.(".odds")) read(target);
  });
  document.addEventListener("htmx:after:process", ({ target }) => show(target));
  show(document);
}

function show(root) {
  root.querySelectorAll?.(".odds [type=number]").forEach(read);
}

function write(slider) {
  const number = document.getElementById(slider.dataset.sets);
  number.value = slider.value;
  delete slider.dataset.unsaid;
  number.dispatchEvent(new Event("input", { bubbles: true }));
}

function read(number) {
  const slider = number.closest(".odds").querySelector("[type=range]");
  if (!slider) return;
  if (number.value === "") slider.dataset.unsaid = "";
  else {
    slider.value = number.value;
    delete slider.dataset.unsaid;
  }
}
