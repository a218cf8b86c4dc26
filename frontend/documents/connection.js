// The socket of a document. What was typed without a connection stays in the document here; the synchronization after
// the next connection sends it. The server counts our messages and says how many are stored: then they are saved.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as awareness from "y-protocols/awareness";
import * as sync from "y-protocols/sync";

const SYNC = 0;
const AWARENESS = 1;
const SAVED = 4;
const FIRST = 500;
const LONGEST = 10000;
const NOT_FOUND = 4404;
const NO_LONGER = 4403;

export class Connection {
  // `told({state, mayWrite})` hears: reading, saved, saving, offline, ended.
  constructor(address, doc, people, told) {
    Object.assign(this, { address, doc, people, told, pause: FIRST, sent: 0, stored: 0, mayWrite: undefined });
    doc.on("update", (update, origin) => origin !== this && this.send(SYNC, (to) => sync.writeUpdate(to, update)));
    people.on("update", ({ added, updated, removed }, origin) => origin !== this && this.sendPeople([...added, ...updated, ...removed]));
    addEventListener("online", () => this.socket?.readyState > WebSocket.OPEN && this.open());
    addEventListener("beforeunload", (event) => this.unsaved && event.preventDefault());
    this.open();
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  get unsaved() {
    return this.sent > this.stored || (!this.isOpen && this.kept);
  }

  open() {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.address);
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    socket.onopen = () => this.begin();
    socket.onmessage = ({ data }) => socket === this.socket && this.receive(new Uint8Array(data));
    socket.onclose = ({ code }) => socket === this.socket && this.lost(code);
  }

  begin() {
    this.sent = this.stored = 0;
    this.pause = FIRST;
    this.send(SYNC, (to) => sync.writeSyncStep1(to, this.doc));
    this.sendPeople([this.doc.clientID]);
  }

  lost(code) {
    const gone = code === NOT_FOUND || code === NO_LONGER;
    this.kept = true;
    awareness.removeAwarenessStates(this.people, [...this.people.getStates().keys()].filter((id) => id !== this.doc.clientID), this);
    this.told({ state: gone ? "ended" : "offline", mayWrite: !gone && this.mayWrite });
    if (gone) return;
    this.timer = setTimeout(() => this.open(), this.pause * (0.5 + Math.random()));
    this.pause = Math.min(this.pause * 2, LONGEST);
  }

  send(kind, write) {
    if (!this.isOpen) return;
    const to = encoding.createEncoder();
    encoding.writeVarUint(to, kind);
    write(to);
    const message = encoding.toUint8Array(to);
    if (kind === SYNC && message[1] !== sync.messageYjsSyncStep1) {
      if (!this.mayWrite) return;
      this.sent += 1;
      this.say();
    }
    this.socket.send(message);
  }

  sendPeople(ids) {
    this.send(AWARENESS, (to) => encoding.writeVarUint8Array(to, awareness.encodeAwarenessUpdate(this.people, ids)));
  }

  receive(message) {
    const from = decoding.createDecoder(message);
    const kind = decoding.readVarUint(from);
    if (kind === SYNC) this.synchronize(from);
    else if (kind === AWARENESS) awareness.applyAwarenessUpdate(this.people, decoding.readVarUint8Array(from), this);
    else if (kind === SAVED) {
      this.stored = decoding.readVarUint(from);
      this.mayWrite = decoding.readVarUint(from) === 1;
      if (this.asked) this.answer();
      this.say();
    }
  }

  // Whether we may write is said after the server's question for what it lacks: the answer waits for it.
  synchronize(from) {
    if (decoding.readVarUint(from) === sync.messageYjsSyncStep1) {
      this.asked = decoding.readVarUint8Array(from);
    } else {
      sync.readUpdate(from, this.doc, this);
    }
  }

  answer() {
    const state = this.asked;
    this.asked = undefined;
    this.kept = false;
    this.send(SYNC, (to) => sync.writeSyncStep2(to, this.doc, state));
  }

  say() {
    const state = !this.mayWrite ? "reading" : this.stored >= this.sent ? "saved" : "saving";
    this.told({ state, mayWrite: this.mayWrite });
  }
}
