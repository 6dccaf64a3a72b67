/* Saves a form whenever the typing pauses: <form data-autosave="address"> with a hidden `version`, and an element with
   data-autosaved that says where things stand. Another window's change stops it; the words stay on the page. */

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

  async function save() {
    if (running || stopped) return;
    const sent = content();
    if (sent === saved) return;
    running = true;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST", body: typed(), headers: { Accept: "application/json" }, signal: AbortSignal.timeout(8000),
      });
      if (answer.status === 409) {
        stopped = true;
        say(says.dataset.conflict, true);
        return;
      }
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      form.elements.version.value = (await answer.json()).version;
      saved = sent;
      say(says.dataset.saved.replace("{at}", new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })));
    } catch {
      say(says.dataset.failed, true);
      timer = setTimeout(save, AGAIN_MS);
      return;
    } finally {
      running = false;
    }
    if (content() !== saved) later();
  }

  const later = () => { clearTimeout(timer); timer = setTimeout(save, PAUSE_MS); };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  form.addEventListener("submit", () => { stopped = true; clearTimeout(timer); });
  addEventListener("beforeunload", (event) => { if (!stopped && content() !== saved) event.preventDefault(); });
}
