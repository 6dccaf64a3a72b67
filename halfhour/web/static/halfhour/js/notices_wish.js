/* The wish for notifications: the browser is asked only after a click here, and the wish is sent only when it said yes. */

const form = document.querySelector("form[data-notices-wish]");

if (form && "Notification" in window) {
  const say = (name) => {
    for (const line of form.querySelectorAll("[data-when]")) line.hidden = line.dataset.when !== name;
  };

  form.addEventListener("submit", async (event) => {
    if (event.submitter?.value === "" || Notification.permission === "granted") return;
    event.preventDefault();
    const answer = await Notification.requestPermission();
    if (answer === "granted") form.requestSubmit(event.submitter);
    else say("denied");
  });
  form.hidden = false;
  const asked = Notification.permission;
  say(asked === "denied" || form.dataset.on ? asked : "");
}
