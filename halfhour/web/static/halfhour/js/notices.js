/* Shows what came to stand on Today as one notification of this computer, while a page is open and its reader is
   elsewhere. No sound; never on the screen for a talk. Only a time is kept in the browser: when its reader was last
   seen here, in any tab. What was shown is told to the program; what was not is asked for again. */

const place = document.querySelector("script[data-notices]");
const EVERY_MS = 60_000;
const HERE_MS = 120_000; // whoever typed or clicked within this time sees the page itself
const HERE = "halfhour.here";

const token = () => JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] || "";
const isHere = () => Date.now() - Number(localStorage.getItem(HERE) || 0) < HERE_MS;
const tell = (until) => fetch(place.dataset.shown, {
  method: "POST", body: new URLSearchParams({ until }), headers: { "X-CSRFToken": token() }, keepalive: true,
});

let asking = false;
let last = "";

async function look() {
  if (asking || isHere() || Notification.permission !== "granted") return;
  asking = true;
  try {
    const answer = await fetch(place.dataset.url, { headers: { Accept: "application/json" } });
    const told = answer.ok ? await answer.json() : {};
    if (told.body && told.body !== last) show(told);
  } catch { /* the program is not running; it is asked again */ } finally {
    asking = false;
  }
}

// Whoever looks at Today has read what stands there.
async function read() {
  const told = await fetch(place.dataset.url, { headers: { Accept: "application/json" } }).then((a) => a.json(), () => ({}));
  if (told.until) tell(told.until).catch(() => {});
}

function show(told) {
  // One tag: of two tabs that show the same, one notification is left.
  const notice = new Notification(told.title, { body: told.body, tag: "halfhour", silent: true });
  last = told.body;
  notice.addEventListener("show", () => tell(told.until).then(() => { last = ""; }, () => {}));
  notice.addEventListener("click", () => {
    window.open(place.dataset.today, "halfhour-today"); // its own window: nothing half-typed here is lost
    notice.close();
  });
}

if (place && "Notification" in window && !document.querySelector("[data-live]")) {
  const seen = () => localStorage.setItem(HERE, Date.now());
  for (const kind of ["keydown", "pointerdown", "wheel"]) addEventListener(kind, seen, { passive: true });
  setInterval(look, EVERY_MS);
  if (location.pathname === place.dataset.today && !document.hidden) read();
}
