// Dates and hours are answered while they are typed; without this the server answers when the page is made.
// Listens at the document, so that parts of a page may be put in later.
"use strict";

const PAUSE = 350; // milliseconds without a key before the question is asked
const asking = new WeakMap(); // of each fieldset: the timer, the running request, the last question

function question(fieldset) {
  const asked = new URLSearchParams();
  for (const part of fieldset.querySelectorAll("[data-echo-as]")) {
    const value = part.value.trim();
    if (value && !part.disabled) asked.append(part.dataset.echoAs, value);
  }
  return asked.toString();
}

async function ask(fieldset, state) {
  const asked = question(fieldset);
  if (asked === state.last) return;
  state.last = asked;
  state.running?.abort();
  state.running = new AbortController();
  try {
    const found = await fetch(`${fieldset.dataset.echo}?${asked}`, { signal: state.running.signal });
    const text = found.ok && !found.redirected ? await found.text() : null;
    if (asked !== state.last) return;
    if (text === null) state.last = null;
    else fieldset.querySelector("[data-echo-answer]").innerHTML = text;
  } catch {
    if (asked === state.last) state.last = null; // the server says the same when the form is sent
  }
}

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    const fieldset = event.target.closest?.("[data-echo]");
    if (!fieldset || !event.target.dataset.echoAs) return;
    const state = asking.get(fieldset) || {};
    asking.set(fieldset, state);
    clearTimeout(state.waiting);
    state.waiting = setTimeout(() => ask(fieldset, state), PAUSE);
  });
}
