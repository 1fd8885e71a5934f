// Small comforts; every page works without them.
"use strict";

function say(button, text) {
  const label = button.querySelector("span") || button;
  const before = label.textContent;
  label.textContent = text;
  button.setAttribute("aria-live", "polite");
  setTimeout(() => { label.textContent = before; }, 2500);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

for (const button of document.querySelectorAll("[data-copy], [data-copy-from]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = button.dataset.copyFrom && document.getElementById(button.dataset.copyFrom);
    const done = await copy(source ? source.value : button.dataset.copy);
    if (done) say(button, button.dataset.done);
    else if (source) source.select();
  });
}

for (const field of document.querySelectorAll("input[readonly]")) {
  field.addEventListener("focus", () => field.select());
}

// Names of known offices are fetched when somebody comes to the field, once.
document.addEventListener("focusin", async ({ target: field }) => {
  if (!field.matches?.("input[data-options]") || !field.list || field.list.dataset.asked) return;
  field.list.dataset.asked = "yes";
  try {
    const answer = await fetch(field.dataset.options);
    if (!answer.ok) return;
    const names = (await answer.text()).split("\n").filter(Boolean);
    field.list.replaceChildren(...names.map((name) => new Option("", name)));
  } catch { /* suggestions only */ }
});

// The summary of errors takes the focus, so that it is read first.
setTimeout(() => {
  const summary = document.querySelector("[data-focus]");
  if (summary && document.activeElement !== summary) summary.focus();
});

// The bar at the bottom of a phone only stands in while the button it repeats is out of sight.
for (const dock of document.querySelectorAll("[data-while-hidden]")) {
  const button = document.querySelector(dock.dataset.whileHidden);
  if (button) new IntersectionObserver(([seen]) => { dock.hidden = seen.isIntersecting; }).observe(button);
}

// One press, one submission; the server keeps the promise, this only shows it.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    const button = form.querySelector("button:not([type=button])");
    if (button) button.textContent = form.dataset.once;
  });
}
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
