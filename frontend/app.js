// What the browser runs. Every page works without it; this makes it quicker and keeps what people type.
import htmx from "htmx.org/dist/htmx.esm.js";
import { keepTyped } from "./morph.js";
import { startAutosave } from "./autosave.js";
import { startConfirming } from "./confirm.js";
import { startFinder } from "./finder.js";
import { startFloating } from "./floating.js";
import { startLive } from "./live.js";
import { startOdds } from "./odds.js";
import { startOffline } from "./offline.js";
import { startRanking } from "./rank.js";
import { startSending } from "./sending.js";
import { startTheme } from "./theme.js";
import { startToasts } from "./toasts.js";

document.documentElement.dataset.script = "";
keepTyped(htmx);
startConfirming();
startSending();
startAutosave();
startFinder();
startFloating();
startLive(htmx);
startOdds();
startOffline();
startRanking();
startTheme();
startToasts();
