/* The parts of a long form: "Next" folds this part and opens the next one; two buttons answer for every list left empty. */

for (const link of document.querySelectorAll("[data-next-part]")) {
  link.addEventListener("click", (event) => {
    const next = document.querySelector(link.getAttribute("href"));
    if (!next) return;
    event.preventDefault();
    link.closest("details").open = false;
    next.open = true;
    const summary = next.querySelector("summary");
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "start" });
  });
}

for (const rest of document.querySelectorAll("[data-rest]")) {
  rest.hidden = false;
  rest.addEventListener("click", (event) => {
    const button = event.target.closest("button[value]");
    if (!button) return;
    for (const list of rest.closest("details").querySelectorAll(".six")) {
      const chosen = list.querySelector("input[type='radio']:checked");
      if (list.querySelector("textarea").value.trim() || chosen) continue;
      const radio = list.querySelector(`input[type='radio'][value="${button.value}"]`);
      radio.checked = true;
      radio.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
