// The editor of a page with a document; see src/consort/documents/templates/documents/document.html.
import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, Plugin } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { redo, undo, yCursorPlugin, ySyncPlugin, yUndoPlugin } from "y-prosemirror";
import { Awareness } from "y-protocols/awareness";
import { Doc } from "yjs";
import { Connection } from "./connection.js";
import { schema } from "./schema.js";
import { show, startToolbar } from "./toolbar.js";

const { nodes, marks } = schema;
const COLOURS = ["var(--accent)", "var(--other)", "var(--third)"];

const breakLine = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

const keys = {
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
  "Mod-b": toggleMark(marks.strong),
  "Mod-i": toggleMark(marks.em),
  "Shift-Enter": breakLine,
  Enter: splitListItem(nodes.list_item),
  Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)),
  "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
};

const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, (found) => ({ level: found[1].length })),
    wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^\s*1\.\s$/, nodes.ordered_list),
    wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
  ],
});

function cursor({ name, colour }) {
  const element = document.createElement("span");
  element.className = "cursor";
  element.dataset.name = String(name).slice(0, 40);
  element.style.setProperty("--c", COLOURS[Number(colour) % COLOURS.length] ?? COLOURS[0]);
  return element;
}

// The titles of the sections, kept up to date while people write.
function outline() {
  const list = document.querySelector("[data-outline]");
  const write = ({ state }) => {
    if (!list) return;
    const titles = [];
    state.doc.forEach((node) => node.type === nodes.heading && node.attrs.level <= 2 && titles.push(node.textContent));
    list.replaceChildren(...titles.map((title) => Object.assign(document.createElement("li"), { textContent: title })));
  };
  return new Plugin({ view: () => ({ update: (view, before) => before.doc.eq(view.state.doc) || write(view) }) });
}

function start(writing) {
  const { socket, name, label, asks } = writing.dataset;
  const [text, toolbar, status] = ["[data-text]", "[role=toolbar]", "[data-status]"].map((each) => writing.querySelector(each));
  const doc = new Doc();
  const people = new Awareness(doc);
  people.setLocalStateField("user", { name, colour: doc.clientID % COLOURS.length });
  let mayWrite = false;
  let view;
  const shown = new Plugin({ view: () => ({ update: ({ state }) => show(toolbar, state) }) });
  const plugins = [
    ySyncPlugin(doc.getXmlFragment("prosemirror")),
    yCursorPlugin(people, { cursorBuilder: cursor, selectionBuilder: () => ({ class: "chosen" }) }),
    yUndoPlugin(),
    rules,
    keymap(keys),
    keymap(baseKeymap),
    tableEditing(),
    outline(),
    shown,
  ];
  // The text that came with the page stays until the document itself has arrived.
  const replace = () => {
    text.replaceChildren();
    view = new EditorView(text, {
      state: EditorState.create({ schema, plugins }),
      editable: () => mayWrite,
      attributes: { "aria-label": label, role: "textbox", "aria-multiline": "true" },
    });
    startToolbar(toolbar, view, asks);
  };
  const told = (now) => {
    mayWrite = Boolean(now.mayWrite);
    status.textContent = writing.getAttribute(`data-state-${now.state}`);
    status.dataset.state = now.state;
    toolbar.hidden = !view || !mayWrite;
    view?.setProps({});
  };
  const connection = new Connection(new URL(socket, location.href.replace(/^http/, "ws")), doc, people, told);
  doc.once("update", () => {
    replace();
    if (connection.isOpen) connection.say();
  });
}

for (const writing of document.querySelectorAll(".cowriting[data-socket]")) start(writing);
