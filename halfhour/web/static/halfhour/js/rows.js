/* "One more": adds an empty row to a group of rows by copying the last one. Without it the page shows one empty row each,
   and saving brings the next. */

for (const group of document.querySelectorAll("[data-rows]")) {
  const total = group.querySelector("input[name$='-TOTAL_FORMS']");
  const button = group.querySelector("[data-add-row]");
  const kind = total ? total.name.replace("-TOTAL_FORMS", "") : "";
  if (!kind || !button) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const last = [...group.querySelectorAll(".onerow")].at(-1);
    const row = last.cloneNode(true);
    const number = Number(total.value);
    for (const part of [row, ...row.querySelectorAll("*")]) {
      for (const name of ["name", "id", "for", "aria-describedby"]) {
        const value = part.getAttribute(name);
        if (value) part.setAttribute(name, value.replaceAll(`${kind}-${number - 1}-`, `${kind}-${number}-`));
      }
      part.removeAttribute("aria-invalid");
      if (part.matches("select")) part.value = part.options[0].value;
      else if (part.matches("input[type='checkbox']")) part.checked = false;
      else if (part.matches("input, textarea")) part.value = "";
    }
    row.querySelectorAll(".errorlist").forEach((list) => list.remove());
    last.after(row);
    total.value = number + 1;
    row.querySelector("input:not([type='hidden']), textarea, select")?.focus();
  });
}
