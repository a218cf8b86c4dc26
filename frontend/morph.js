// When a part of the page is fetched again, what a person has typed, opened or focused there stays as it is. In a form that
// has just been sent the server's answer counts, except where the person went on typing meanwhile.
import { wasSent } from "./sending.js";

export function keepTyped(htmx) {
  htmx.registerExtension("keep-typed", {
    htmx_before_morph_node: (element) => !isControl(element) || mayChange(element),
    htmx_before_morph_attr: (element, { attrName }) => !(attrName === "open" && element.matches("details, dialog")),
  });
}

function isControl(element) {
  return element instanceof Element && element.matches("input, textarea, select");
}

function mayChange(control) {
  return wasSent(control) || (control !== document.activeElement && !isTouched(control));
}

function isTouched(control) {
  if (control.matches("[type=hidden], [type=file]")) return false;
  if (control.matches("[type=checkbox], [type=radio]")) return control.checked !== control.defaultChecked;
  if (control.matches("select")) return [...control.options].some((option) => option.selected !== starts(option, control));
  return control.value !== control.defaultValue;
}

// Without a marked default a select of one starts at its first option.
function starts(option, select) {
  const isMarked = [...select.options].some(({ defaultSelected }) => defaultSelected);
  return isMarked || select.multiple ? option.defaultSelected : option.index === 0;
}
