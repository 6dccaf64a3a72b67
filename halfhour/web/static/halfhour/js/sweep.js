// One key for each answer about a person; Enter keeps them and shows the next.
const form = document.querySelector("[data-sweep]");
const on = () => localStorage.getItem("halfhour.keys") !== "off" && document.documentElement.dataset.keys !== "off";

if (form) {
  document.addEventListener("keydown", (event) => {
    if (document.documentElement.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !on()) return;
    if (event.target.closest("textarea, select, a, button, input:not([type=radio], [type=checkbox])")) return;
    const answer = form.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!answer) return;
    event.preventDefault();
    answer.click();
    answer.focus();
  });
}
