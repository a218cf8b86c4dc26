// What a document can hold. src/consort/documents/tree.py reads the same names.
import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

const safe = /^(https?:\/\/|mailto:|\/(?!\/)|#)/;

export const isSafe = (href) => safe.test(href);

const simple = (tag, more) => ({ parseDOM: [{ tag }], toDOM: () => [tag, 0], ...more });

const headings = [2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } }));

const tables = tableNodes({ tableGroup: "block", cellContent: "paragraph+", cellAttributes: {} });

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: simple("p", { content: "inline*", group: "block" }),
    heading: {
      attrs: { level: { default: 2 } },
      content: "inline*",
      group: "block",
      defining: true,
      parseDOM: [{ tag: "h1", attrs: { level: 2 } }, ...headings],
      toDOM: ({ attrs }) => [`h${Math.min(Math.max(Math.round(attrs.level) || 2, 2), 4)}`, 0],
    },
    blockquote: simple("blockquote", { content: "block+", group: "block", defining: true }),
    bullet_list: simple("ul", { content: "list_item+", group: "block" }),
    ordered_list: simple("ol", { content: "list_item+", group: "block" }),
    list_item: simple("li", { content: "paragraph block*", defining: true }),
    hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
    text: { group: "inline" },
    ...tables,
  },
  marks: {
    link: {
      attrs: { href: { default: "" } },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (element) => isSafe(element.getAttribute("href")) && { href: element.getAttribute("href") } }],
      toDOM: ({ attrs }) => ["a", isSafe(String(attrs.href)) ? { href: attrs.href, rel: "noopener" } : {}, 0],
    },
    strong: simple("strong", { parseDOM: [{ tag: "strong" }, { tag: "b" }] }),
    em: simple("em", { parseDOM: [{ tag: "em" }, { tag: "i" }] }),
  },
});
