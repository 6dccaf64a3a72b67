/* Taking lines out of a transcript: j and k go from line to line, s and t press its two buttons. Without scripts the
   buttons are plain forms. Single keys can be switched off on the keys page and in the settings. */

const says = document.querySelector("[data-took]");
const lines = [...document.querySelectorAll("[data-lines] > .theirs")];
const on = () => localStorage.getItem("halfhour.keys") !== "off" && document.documentElement.dataset.keys !== "off";
const here = () => lines.indexOf(document.activeElement?.closest("[data-lines] > .theirs"));

function press(button) {
  const form = button.form;
  const body = new URLSearchParams(new FormData(form, button));
  button.disabled = true;
  fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } })
    .then((answer) => answer.json().then((told) => ({ ok: answer.ok, told })))
    .then(({ ok, told }) => {
      if (says) says.textContent = ok ? told.said : told.why;
      if (!ok) return;
      if (button.value === "thanks") document.querySelectorAll("button[value='thanks'][aria-pressed]").forEach((old) => old.removeAttribute("aria-pressed"));
      for (const twin of document.querySelectorAll(`input[name="line"][value="${form.elements.line.value}"]`)) {
        twin.form.querySelector(`button[value="${button.value}"]`).setAttribute("aria-pressed", "true");
      }
    })
    .catch(() => { if (says) says.textContent = says.dataset.failed; })
    .finally(() => { button.disabled = false; });
}

for (const form of document.querySelectorAll("form[data-take]")) {
  form.addEventListener("submit", (event) => {
    if (!event.submitter || event.submitter.disabled) return;
    event.preventDefault();
    press(event.submitter);
  });
}

document.addEventListener("keydown", (event) => {
  if (!on() || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest?.("input:not([type='hidden']), textarea, select")) return;
  const at = here();
  const to = { j: Math.min(at + 1, lines.length - 1), k: Math.max(at - 1, 0) }[event.key];
  if (to !== undefined && lines[to]) {
    event.preventDefault();
    lines[to].focus();
    lines[to].scrollIntoView({ block: "center" });
  } else if (at >= 0 && (event.key === "s" || event.key === "t")) {
    event.preventDefault();
    press(lines[at].querySelector(`button[value="${event.key === "s" ? "statement" : "thanks"}"]`));
  }
});
