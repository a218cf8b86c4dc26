// What cannot be undone is asked once more, with the consequence in words, in a dialog of the page.
import { words } from "./words.js";

export function startConfirming() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const asking = event.submitter?.dataset.confirm ? event.submitter : form;
    if (!asking.dataset.confirm || form.dataset.confirmed !== undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(asking).then((sure) => sure && goOn(form, event.submitter));
  }, true);
}

function goOn(form, submitter) {
  form.dataset.confirmed = "";
  form.requestSubmit(submitter);
  delete form.dataset.confirmed;
}

function ask({ dataset }) {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "confirm-title");
  dialog.innerHTML = '<form method="dialog" class="stack"><h2 id="confirm-title"></h2><p></p><div class="acts end"><button class="btn" value="" autofocus></button><button class="btn" value="yes"></button></div></form>';
  dialog.querySelector("h2").textContent = dataset.confirm;
  dialog.querySelector("p").textContent = dataset.consequence ?? "";
  dialog.querySelector("p").hidden = !dataset.consequence;
  const [no, yes] = dialog.querySelectorAll("button");
  no.textContent = words("no");
  yes.textContent = dataset.yes || words("yes");
  yes.classList.add(dataset.danger === undefined ? "primary" : "danger");
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
