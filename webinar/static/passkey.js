// Passkeys: asks the browser for one, or to make one, and sends what it answers by the form around the button.
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const withBytes = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

async function asked(form) {
  const answer = await fetch(form.dataset.challenge, {
    method: "POST",
    headers: { "X-CSRFToken": form.elements.csrf_token.value, "X-Requested-With": "fetch" },
  });
  if (answer.status === 400 || answer.status === 401) { // the page is too old: what is new asks anew
    location.reload();
    return new Promise(() => {});
  }
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function make(form) {
  const options = await asked(form);
  const made = await navigator.credentials.create({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: withBytes(options.excludeCredentials),
  } });
  return {
    id: made.id, rawId: text(made.rawId), type: made.type,
    response: {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports?.() || [],
    },
  };
}

async function use(form) {
  const options = await asked(form);
  const used = await navigator.credentials.get({ publicKey: {
    ...options,
    challenge: bytes(options.challenge),
    allowCredentials: withBytes(options.allowCredentials),
  } });
  return {
    id: used.id, rawId: text(used.rawId), type: used.type,
    response: {
      clientDataJSON: text(used.response.clientDataJSON),
      authenticatorData: text(used.response.authenticatorData),
      signature: text(used.response.signature),
      userHandle: used.response.userHandle ? text(used.response.userHandle) : null,
    },
  };
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential || !window.isSecureContext) continue;
  form.hidden = false;
  document.querySelector("[data-without-passkeys]")?.remove();
  const said = form.querySelector("[data-said]");
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    if (said) said.hidden = true;
    try {
      const credential = form.dataset.passkey === "make" ? await make(form) : await use(form);
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch (error) {
      if (!said) return;
      said.textContent = error.name === "InvalidStateError" ? said.dataset.known : said.dataset.failed;
      said.hidden = false;
    }
  });
}
