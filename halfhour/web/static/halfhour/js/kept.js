/* Keeps every mark in this browser until the program has it: a killed tab, a stopped server or a closed lid loses none.
   Hears `halfhour:keep` {url, fields}, fields with a key. Tells `halfhour:kept` {key, fields, answer} when one arrived
   and `halfhour:waiting` {count} after every change. One entry a mark, so two tabs never write over each other; an
   entry is deleted as soon as the program has it. Entries of another data folder (data-home) are left alone. */

const PREFIX = "halfhour.kept.";
const WAITS_MS = [1000, 2000, 4000, 8000];
const place = document.querySelector("[data-kept]");

if (place) {
  const home = place.dataset.home;
  let running = false;
  let failures = 0;
  let timer = 0;

  const token = () => JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRFToken"] || "";

  function waiting() {
    const found = [];
    for (let i = 0; i < localStorage.length; i += 1) {
      const name = localStorage.key(i);
      if (!name.startsWith(PREFIX)) continue;
      try {
        const entry = JSON.parse(localStorage.getItem(name));
        if (entry.home === home) found.push({ ...entry, name });
      } catch { /* not ours to judge: it stays where it is */ }
    }
    return found.sort((a, b) => (a.fields.at < b.fields.at ? -1 : 1));
  }

  function say() {
    const count = waiting().length;
    document.dispatchEvent(new CustomEvent("halfhour:waiting", { detail: { count } }));
    const words = count === 0 ? place.dataset.all : (count === 1 ? place.dataset.one : place.dataset.many);
    place.textContent = (words || "").replace("{n}", count);
    place.hidden = place.textContent === "";
    place.classList.toggle("owed", count > 0 && failures > 0);
  }

  async function send(entry) {
    const answer = await fetch(entry.url, {
      method: "POST",
      body: new URLSearchParams(entry.fields),
      headers: { Accept: "application/json", "X-CSRFToken": token() },
      keepalive: true,
      signal: AbortSignal.timeout(8000),
    });
    // 404 and 410: the talk no longer exists; 409: it fell through. Neither will ever take this mark.
    if (answer.ok || [404, 409, 410].includes(answer.status)) {
      localStorage.removeItem(entry.name);
      const detail = { key: entry.fields.key, fields: entry.fields, url: entry.url, taken: answer.ok };
      document.dispatchEvent(new CustomEvent("halfhour:kept", { detail }));
      return;
    }
    throw new Error(`answered ${answer.status}`);
  }

  async function flush() {
    if (running) return;
    running = true;
    clearTimeout(timer);
    try {
      for (let left = waiting(); left.length; left = waiting()) {
        await send(left[0]);
        failures = 0;
        say();
      }
    } catch {
      failures += 1;
      timer = setTimeout(flush, WAITS_MS[Math.min(failures, WAITS_MS.length) - 1]);
    } finally {
      running = false;
      say();
    }
  }

  document.addEventListener("halfhour:keep", (event) => {
    const { url, fields } = event.detail;
    localStorage.setItem(PREFIX + fields.key, JSON.stringify({ home, url, fields }));
    say();
    flush();
  });
  addEventListener("online", flush);
  addEventListener("storage", say);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  addEventListener("pageshow", flush);
  flush();
}
