/* The live screen: draws the silent clock once a second from the program's own start, shows one question at a time and
   turns keys and taps into marks. No sound, no pop-up; nothing moves on by itself. Marks are handed to kept.js first. */

const screen = document.querySelector("[data-live]");
const AROUND = 2 * Math.PI * 54;
const MINUTE = 60_000;

const words = (name) => screen.dataset[name] || "";
const part = (name) => screen.querySelector(`[data-part="${name}"]`);
// crypto.randomUUID needs https, which a phone on the same network does not have.
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, "0")).join("");

function run() {
  const offset = Number(words("now")) - Date.now();
  const now = () => Date.now() + offset;
  const minutes = Number(words("minutes"));
  const cueMinutes = Number(words("cueMinutes"));
  const markForm = part("marks");
  const list = [...screen.querySelectorAll("[data-line]")];
  const done = new Set(list.filter((li) => li.dataset.answered).map((li) => li.dataset.line));
  let started = Number(words("started")) || 0;
  let extended = words("extended") === "1";
  let turn = 0;

  // What an earlier tab marked and could not send is true already.
  for (let i = 0; i < localStorage.length; i += 1) {
    const name = localStorage.key(i);
    if (!name.startsWith("halfhour.kept.")) continue;
    const entry = JSON.parse(localStorage.getItem(name));
    if (entry.url === markForm.getAttribute("action") && entry.fields.kind === "answered") done.add(entry.fields.plan_line);
    if (entry.url === markForm.getAttribute("action") && entry.fields.kind === "extended") extended = true;
    if (entry.url === words("startUrl") && !started) started = Date.parse(entry.fields.at);
  }

  const first = list.find((li) => !done.has(li.dataset.line));
  let current = words("shown") || (first ? first.dataset.line : "");
  if (done.has(current)) current = nextAfter(current);

  function keep(url, fields) {
    const all = { key: newKey(), at: new Date(now()).toISOString(), ...fields };
    document.dispatchEvent(new CustomEvent("halfhour:keep", { detail: { url, fields: all } }));
  }

  function nextAfter(line) {
    const at = list.findIndex((li) => li.dataset.line === line);
    const open = [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))].filter((li) => !done.has(li.dataset.line));
    const next = open.find((li) => li.dataset.must) || open[0];
    return next ? next.dataset.line : "";
  }

  function show(line) {
    current = line;
    const li = list.find((item) => item.dataset.line === line);
    part("question").textContent = li ? li.querySelector("a").textContent : words("allAsked");
    part("probes").replaceChildren(...[...(li ? li.querySelectorAll("[data-probe]") : [])].map((probe) => {
      const span = document.createElement("span");
      span.textContent = probe.textContent;
      return span;
    }));
    markForm.elements.plan_line.value = line;
    markForm.elements.question.value = li ? li.querySelector("a").textContent : "";
    part("said").textContent = "";
    list.forEach((item) => {
      item.classList.toggle("done", done.has(item.dataset.line));
      item.querySelector("a").toggleAttribute("aria-current", item.dataset.line === line);
    });
  }

  function mark(kind, text = "") {
    const li = list.find((item) => item.dataset.line === current);
    keep(markForm.getAttribute("action"), {
      kind, text, plan_line: current, question: li ? li.querySelector("a").textContent : "",
    });
    if (kind === "answered") {
      if (current) done.add(current);
      show(nextAfter(current));
      return;
    }
    if (kind === "extended") {
      extended = true;
      if (document.activeElement === part("extend")) part("question").focus(); // the button is about to go
    }
    part("said").textContent = kind === "turned_back" ? turnBack() : words(`said${kind[0].toUpperCase()}${kind.slice(1)}`);
    draw();
  }

  function turnBack() {
    const sentences = words("turnBack").split("|");
    turn += 1;
    return sentences[(turn - 1) % sentences.length];
  }

  function step(by) {
    const at = list.findIndex((li) => li.dataset.line === current);
    const to = list[at === -1 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)];
    if (to) show(to.dataset.line);
  }

  let timer = 0;
  function draw() {
    clearTimeout(timer);
    if (!started) return;
    const left = started + minutes * MINUTE - now();
    const passed = Math.min(Math.max(1 - left / (minutes * MINUTE), 0), 1);
    part("passed").setAttribute("stroke-dasharray", `${passed * AROUND} ${AROUND}`);
    part("left").textContent = left > 0
      ? words("minutesLeft").replace("{n}", Math.ceil(left / MINUTE))
      : words("minutesOver").replace("{n}", Math.floor(-left / MINUTE));
    let cue = "";
    if (extended) cue = left > 0 ? "" : words("theyOffered");
    else if (left <= 0) cue = words("timeSentence");
    else if (left <= cueMinutes * MINUTE) cue = words("lastQuestion");
    if (part("cue").textContent !== cue) part("cue").textContent = cue;
    part("extend").hidden = extended || left > cueMinutes * MINUTE;
    const referral = list.find((li) => li.dataset.referral && !done.has(li.dataset.line));
    part("referral").hidden = left > cueMinutes * MINUTE || !referral || referral.dataset.line === current;
    timer = setTimeout(draw, (left > 0 ? left % 1000 : 1000 + (left % 1000)) + 5);
  }

  function begin() {
    keep(words("startUrl"), {});
    started = now();
    opened();
    part("question").focus(); // the button that had it is gone
  }

  function opened() {
    part("opening").hidden = true;
    part("running").hidden = false;
    show(current);
    draw();
    navigator.wakeLock?.request("screen").catch(() => {});
  }

  function end() {
    keep(words("endUrl"), {});
    clearTimeout(timer);
    part("running").hidden = true;
    part("over").hidden = false;
  }

  markForm.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter) mark(event.submitter.value);
  });
  part("start").addEventListener("submit", (event) => { event.preventDefault(); begin(); });
  part("end").addEventListener("submit", (event) => { event.preventDefault(); end(); });
  screen.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line] a, [data-part='referral'] a");
    if (!link) return;
    event.preventDefault();
    const li = link.closest("[data-line]") || list.find((item) => item.dataset.referral);
    show(li.dataset.line);
    part("jump").open = false;
    part("question").focus({ preventScroll: true });
    part("question").scrollIntoView({ block: "center" });
    draw();
  });

  // A note that is being written survives a killed tab as well; it becomes a mark when it is kept.
  const note = part("note");
  const noteName = `halfhour.note.${markForm.getAttribute("action")}`;
  note.elements.text.value = localStorage.getItem(noteName) || note.elements.text.value;
  if (note.elements.text.value) note.closest("details").open = true;
  note.elements.text.addEventListener("input", () => {
    if (note.elements.text.value) localStorage.setItem(noteName, note.elements.text.value);
    else localStorage.removeItem(noteName);
  });
  note.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!note.elements.text.value.trim()) return;
    mark("note", note.elements.text.value);
    note.reset();
    note.elements.text.value = "";
    localStorage.removeItem(noteName);
    note.closest("details").open = false;
    note.closest("details").querySelector("summary").focus();
  });

  document.addEventListener("halfhour:kept", (event) => {
    if (event.detail.url === words("endUrl") && event.detail.taken) location.assign(words("debriefUrl"));
  });
  document.addEventListener("visibilitychange", () => document.hidden || draw());

  const actions = {
    a: () => mark("answered"), r: () => mark("star"), n: () => mark("name"), t: () => mark("turned_back"),
    o: () => { if (!part("extend").hidden) mark("extended"); },
    w: () => { note.closest("details").open = true; note.elements.text.focus(); },
    ArrowRight: () => step(1), ArrowLeft: () => step(-1),
  };
  const keys = part("keys");
  keys.checked = localStorage.getItem("halfhour.keys") !== "off" && document.documentElement.dataset.keys !== "off";
  keys.closest("[hidden]")?.removeAttribute("hidden");
  keys.addEventListener("change", () => localStorage.setItem("halfhour.keys", keys.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type='checkbox']), textarea, select");
    if (!keys.checked || typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (!started || part("running").hidden || !actions[event.key]) return;
    event.preventDefault();
    actions[event.key]();
  });

  if (started) opened();
}

if (screen) run();
