/* "One more": adds an empty row from the <template> of a group of rows. Without it the page shows one empty row each,
   and saving brings the next. */

for (const group of document.querySelectorAll("[data-rows]")) {
  const template = group.querySelector("template");
  const total = group.querySelector("input[name$='-TOTAL_FORMS']");
  const button = group.querySelector("[data-add-row]");
  if (!template || !total || !button) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const copy = document.createElement("div");
    copy.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    const row = copy.firstElementChild;
    template.before(row);
    total.value = Number(total.value) + 1;
    row.querySelector("input:not([type='hidden']), textarea, select")?.focus();
  });
}
