/* Saves a form whenever the typing pauses: <form data-autosave="address"> with a hidden `version`, and an element with
   data-autosaved that says where things stand. Another window's change stops it; the words stay on the page. Whoever is
   signed out meanwhile keeps the page: it goes on by itself once the start link was opened in another tab. */

const PAUSE_MS = 900;
const AGAIN_MS = 4000;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const says = document.querySelector("[data-autosaved]");
  let timer = 0;
  let saved = "";
  let running = false;
  let stopped = false;

  const typed = () => new URLSearchParams(new FormData(form));
  const content = () => { const all = typed(); all.delete("version"); all.delete("csrfmiddlewaretoken"); return all.toString(); };
  const say = (words, owed = false) => {
    if (!says) return;
    says.textContent = words;
    says.classList.toggle("owed", owed);
  };
  saved = content();

  const send = () => fetch(form.dataset.autosave, {
    method: "POST", body: typed(), headers: { Accept: "application/json" }, signal: AbortSignal.timeout(8000),
  });

  // Signing in again changes the token that every form carries; the page itself is asked for the new one.
  async function freshToken() {
    const answer = await fetch(location.pathname, { signal: AbortSignal.timeout(8000) });
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("form[data-autosave] input[name='csrfmiddlewaretoken']");
    if (!token) return false;
    for (const field of document.querySelectorAll("input[name='csrfmiddlewaretoken']")) field.value = token.value;
    return true;
  }

  /* Gives "saved", "conflict" or "failed". */
  async function save() {
    if (stopped) return "conflict";
    if (running) return "failed";
    const sent = content();
    if (sent === saved) return "saved";
    running = true;
    try {
      let answer = await send();
      if (answer.status === 403 && await freshToken()) answer = await send();
      if (answer.status === 403) {
        say(says.dataset.signedOut, true);
        timer = setTimeout(save, AGAIN_MS);
        return "failed";
      }
      if (answer.status === 409) {
        stopped = true;
        say(says.dataset.conflict, true);
        return "conflict";
      }
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      form.elements.version.value = (await answer.json()).version;
      saved = sent;
      say(says.dataset.saved.replace("{at}", new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })));
    } catch {
      say(says.dataset.failed, true);
      timer = setTimeout(save, AGAIN_MS);
      return "failed";
    } finally {
      running = false;
    }
    if (content() !== saved) later();
    return "saved";
  }

  const later = () => { clearTimeout(timer); timer = setTimeout(save, PAUSE_MS); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  // The form itself goes only when the words have arrived: a page that says "sign in" would take them away.
  let leaving = false;
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (leaving || stopped) {
      leaving = stopped = true;
      return;
    }
    event.preventDefault();
    const go = async () => {
      while (running) await new Promise((wake) => { setTimeout(wake, 50); });
      if (await save() === "failed") return;
      leaving = true;
      form.requestSubmit(event.submitter);
    };
    setTimeout(go); // a form cannot be sent while its submit event is still being told
  });
  addEventListener("beforeunload", (event) => { if (!stopped && content() !== saved) event.preventDefault(); });
}
