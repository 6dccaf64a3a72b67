// A quiet time box: one button, then the minutes left in words. No sound, nothing moves but the number.
for (const box of document.querySelectorAll("[data-timebox]")) {
  const button = box.querySelector("button"), says = box.querySelector("[role=status]");
  button.hidden = false;
  button.addEventListener("click", () => {
    const ends = Date.now() + Number(box.dataset.timebox) * 60_000;
    button.hidden = true;
    const tell = () => {
      const left = Math.ceil((ends - Date.now()) / 60_000);
      says.textContent = left > 0 ? `${left} ${box.dataset.left}` : box.dataset.over;
      if (left > 0) setTimeout(tell, 15_000);
    };
    tell();
  });
}
