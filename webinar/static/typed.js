// Dates and hours are answered while they are typed; without this the server answers when the page is made.
"use strict";

const PAUSE = 350; // milliseconds without a key before the question is asked

function question(fieldset) {
  const asked = new URLSearchParams();
  for (const part of fieldset.querySelectorAll("[data-echo-as]")) {
    const value = part.value.trim();
    if (value && !part.disabled) asked.append(part.dataset.echoAs, value);
  }
  return asked.toString();
}

for (const fieldset of document.querySelectorAll("[data-echo]")) {
  const answer = fieldset.querySelector("[data-echo-answer]");
  let last = question(fieldset);
  let waiting, running;

  async function ask() {
    const asked = question(fieldset);
    if (asked === last) return;
    last = asked;
    running?.abort();
    running = new AbortController();
    try {
      const found = await fetch(`${fieldset.dataset.echo}?${asked}`, { signal: running.signal });
      const text = found.ok && !found.redirected ? await found.text() : null;
      if (text !== null && asked === last) answer.innerHTML = text;
      if (text === null) last = null;
    } catch { last = null; /* the server says the same when the form is sent */ }
  }

  for (const kind of ["input", "change"]) {
    fieldset.addEventListener(kind, () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE);
    });
  }
}
