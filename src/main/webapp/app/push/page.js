import { set, text } from '../ui/dom.js';
import { canTurn, stateOf } from './state.js';
import { ThisDevice } from './this-device.js';

/** The part of the personal settings that turns notices on this device on and off. The server lists the devices; this says which of them is this one. */

const part = /** @type {HTMLElement} */ (document.getElementById('push'));
const word = /** @type {HTMLElement} */ (document.getElementById('push-state'));
const turn = /** @type {HTMLButtonElement} */ (document.getElementById('push-turn'));
const refused = /** @type {HTMLElement} */ (document.getElementById('push-refused'));
const said = part.dataset;
const device = new ThisDevice({ address: said.address ?? '', key: said.key ?? '', worker: said.worker ?? '', scope: said.scope ?? '' });
const now = /** @type {{state: import('./state.js').State, mark: string}} */ ({ state: 'off', mark: '' });

/** The rows are made anew with each change of the list. */
const rows = () => [.../** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll('[data-device]'))];

async function look() {
  const offered = said.offered === 'true';
  const supported = device.isSupported;
  now.mark = offered && supported ? await device.mark().catch(() => '') : '';
  now.state = stateOf({ offered, supported, permission: device.permission, mark: now.mark, marks: rows().map((row) => row.dataset.device ?? '') });
  show();
}

function show() {
  text(word, part.getAttribute(`data-state-${now.state}`) ?? '');
  set(word, 'data-state', now.state);
  set(turn, 'hidden', !canTurn(now.state));
  text(turn, (now.state === 'on' ? said.turnOff : said.turnOn) ?? '');
  for (const row of rows()) {
    const here = /** @type {HTMLElement} */ (row.querySelector('[data-here]'));
    set(here, 'hidden', now.state !== 'on' || row.dataset.device !== now.mark);
  }
}

/** The server makes the list anew; what it shows then is looked at below. */
function refresh() {
  document.getElementById('push-devices:refresh')?.click();
}

async function change() {
  if (now.state === 'on') {
    await device.turnOff();
    await look();
    refresh();
    return;
  }
  const turned = await device.turnOn();
  if (turned === 'on') {
    refresh();
    return;
  }
  if (turned === 'refused') text(refused, said.refused ?? '');
  if (turned === 'failed') text(refused, said.failed ?? '');
  await look();
}

turn.addEventListener('click', async () => {
  text(refused, '');
  turn.disabled = true;
  try {
    await change();
  } catch {
    text(refused, said.failed ?? '');
  } finally {
    turn.disabled = false;
    turn.focus();
  }
});

new MutationObserver(async () => {
  const was = now.state;
  await look();
  // it was removed from the list: the server does not know it any more
  if (was === 'on' && now.state === 'off' && now.mark) await device.forget();
}).observe(/** @type {HTMLElement} */ (document.getElementById('push-devices')), { childList: true, subtree: true });

await look();
if (now.state === 'on') await device.confirm();
