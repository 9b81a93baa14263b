import { Attention } from '../platform/attention.js';
import { Install } from '../platform/install.js';
import { Preferences, browserStorage } from '../platform/preferences.js';
import { tellSettings, wear } from '../platform/settings-channel.js';
import { rememberName, rememberedName } from '../session/place.js';
import { Sounds } from '../sound/sounds.js';
import { TUNES } from '../sound/tunes.js';
import { readName } from '../state/names.js';
import { set, text } from '../ui/dom.js';
import { isOn, keptBy, turned } from './switches.js';

/**
 * The page of personal settings. The server stores what an account keeps; this stores what a browser keeps, and tells the meeting beside it and
 * other tabs of each change at once.
 */

/** What the page says when Escape is pressed in it, and the panel beside the stage hears. */
const CLOSE = 'plenum-settings-close';

const page = /** @type {HTMLElement} */ (document.getElementById('settings-main'));
const docked = page.dataset.docked === 'true';
const switches = /** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll('[data-preference], [data-sound]'));
const ofAccount = page.dataset.kept === 'account' ? [...switches].filter((one) => one.dataset.of !== 'browser') : [];
const kept = ofAccount.length > 0 ? keptBy(ofAccount.map((one) => ({ ...one.dataset, on: one.checked }))) : {};
const preferences = new Preferences(browserStorage(), kept);
const sounds = new Sounds(preferences);
Object.entries(TUNES).forEach(([name, tune]) => sounds.register(name, tune));

for (const one of switches) {
  one.checked = isOn(preferences.now, one.dataset);
  one.addEventListener('change', () => {
    const changes = turned(preferences.now, one.dataset, one.checked);
    preferences.change(changes);
    tellSettings({ preferences: changes });
    if (one.dataset.sound) sounds.play(one.dataset.sound);
    // what the account keeps is not stored before the server says so
    if (!ofAccount.includes(one)) say();
  });
}

const appearance = /** @type {HTMLSelectElement | null} */ (document.getElementById('personal:appearance'));
appearance?.addEventListener('change', () => {
  if (!docked) wear(appearance.value);
  tellSettings({ theme: appearance.value });
});

const name = /** @type {HTMLInputElement | null} */ (document.getElementById('settings-name'));
if (name) {
  const refused = /** @type {HTMLElement} */ (document.getElementById('settings-name-refused'));
  name.value = rememberedName();
  name.addEventListener('change', () => {
    const { name: read } = readName(name.value);
    text(refused, read === null && name.value ? (refused.dataset.refusal ?? '') : '');
    set(name, 'aria-invalid', read === null && name.value ? 'true' : null);
    if (read === null && name.value) return;
    rememberName(read ?? '');
    say();
  });
}

const attention = new Attention(preferences);
const notify = /** @type {HTMLInputElement} */ (document.getElementById('settings-notify'));
const forbidden = /** @type {HTMLElement} */ (document.getElementById('settings-notify-forbidden'));
showNotify();
notify.addEventListener('change', async () => {
  await attention.turn(notify.checked);
  tellSettings({ preferences: { notify: preferences.now.notify } });
  showNotify();
  say();
});

const install = new Install();
const put = /** @type {HTMLElement} */ (document.getElementById('settings-install'));
install.addEventListener('change', () => set(put, 'hidden', !install.isOffered));
put.addEventListener('click', () => void install.ask());

if (docked) {
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') window.parent.postMessage(CLOSE, window.location.origin);
  });
}

function showNotify() {
  notify.checked = attention.isOn;
  text(forbidden, attention.isForbidden ? (forbidden.dataset.refusal ?? '') : '');
}

/** As the server does for what it stores. */
function say() {
  text(/** @type {HTMLElement} */ (document.getElementById('saved')), page.dataset.saved ?? '');
}
