// A message on its way: looks every few seconds how far it is, and shows the page anew when that has changed.
const LOOK_EVERY = 3000;
const LOOKS = 60;

function isTyping() {
  const at = document.activeElement;
  return at !== null && at.matches("textarea, input:not([type=hidden]), select");
}

async function look(part, left) {
  if (left === 0) return;
  try {
    const answer = await fetch(part.dataset.goes, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const { state } = await answer.json();
    if (state !== part.dataset.state && !isTyping()) {
      window.location.reload();
      return;
    }
  } catch {
    // the program is not there just now; the next look may find it
  }
  setTimeout(look, LOOK_EVERY, part, left - 1);
}

const part = document.querySelector("[data-goes]");
if (part) setTimeout(look, LOOK_EVERY, part, LOOKS);
