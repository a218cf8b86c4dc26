// The buttons above the text. One stop for the Tab key; arrows go from button to button.
import { setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { wrapInList } from "prosemirror-schema-list";
import { redo, undo } from "y-prosemirror";
import { isSafe, schema } from "./schema.js";

const { nodes, marks } = schema;

function insertTable(state, dispatch) {
  const row = (cell) => nodes.table_row.create(null, [0, 1, 2].map(() => cell.createAndFill()));
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  dispatch?.(state.tr.replaceSelectionWith(table).scrollIntoView());
  return true;
}

const link = (asks) => (state, dispatch) => {
  const { from, to, empty } = state.selection;
  if (state.doc.rangeHasMark(from, to, marks.link)) return toggleMark(marks.link)(state, dispatch);
  if (empty) return false;
  const href = prompt(asks, "https://");
  return Boolean(href) && isSafe(href) && toggleMark(marks.link, { href })(state, dispatch);
};

export const commands = (asks) => ({
  heading: setBlockType(nodes.heading, { level: 2 }),
  subheading: setBlockType(nodes.heading, { level: 3 }),
  paragraph: setBlockType(nodes.paragraph),
  strong: toggleMark(marks.strong),
  em: toggleMark(marks.em),
  bullets: wrapInList(nodes.bullet_list),
  numbers: wrapInList(nodes.ordered_list),
  quote: wrapIn(nodes.blockquote),
  table: insertTable,
  link: link(asks),
  undo,
  redo,
});

export function startToolbar(toolbar, view, asks) {
  const known = commands(asks);
  const buttons = [...toolbar.querySelectorAll("[data-do]")];
  const rove = (button) => buttons.forEach((each) => (each.tabIndex = each === button ? 0 : -1));
  rove(buttons[0]);
  toolbar.addEventListener("mousedown", (event) => event.preventDefault());
  toolbar.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-do]");
    if (!button) return;
    known[button.dataset.do](view.state, view.dispatch, view);
    view.focus();
  });
  toolbar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    rove(next);
    next.focus();
    event.preventDefault();
  });
}

// Which of the buttons hold for the words at the cursor.
export function show(toolbar, state) {
  const held = state.storedMarks ?? state.selection.$from.marks();
  for (const name of ["strong", "em"]) {
    toolbar.querySelector(`[data-do=${name}]`).setAttribute("aria-pressed", String(Boolean(marks[name].isInSet(held))));
  }
}
