/**
 * Passkeys (W3C Web Authentication level 3): what the server asks for lies in the page as JSON; the authenticator's answer goes into the form's
 * hidden field, and the form is sent. Faces replaces parts of the page, so everything is looked up when it is needed.
 */

/** @param {string} form @param {boolean} failed */
function tell(form, failed) {
  document.querySelector(`[data-passkey-failed="${form}"]`)?.toggleAttribute('hidden', !failed);
}

/** @param {string} form @param {() => Promise<Credential | null>} ask */
async function answer(form, ask) {
  tell(form, false);
  try {
    const credential = /** @type {PublicKeyCredential | null} */ (await ask());
    const field = /** @type {HTMLInputElement | null} */ (document.getElementById(`${form}:answer`));
    if (!credential || !field) throw new Error('none');
    field.value = JSON.stringify(credential.toJSON());
    document.getElementById(`${form}:submit`)?.click();
  } catch {
    tell(form, true);
  }
}

document.addEventListener('click', ({ target }) => {
  const form = target instanceof Element ? target.closest('[data-passkey-get]')?.getAttribute('data-passkey-get') : null;
  const request = form ? document.getElementById(form)?.querySelector('[data-passkey]')?.getAttribute('data-passkey') : null;
  if (form && request) {
    void answer(form, () => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(request)) }));
  }
});

new MutationObserver(() => {
  const asked = document.querySelector('[data-passkey-create]');
  const form = asked?.getAttribute('data-passkey-create');
  const request = asked?.getAttribute('data-passkey');
  if (!asked || !form || !request) return;
  asked.remove();
  void answer(form, () => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(request)) }));
}).observe(document.body, { childList: true, subtree: true });
