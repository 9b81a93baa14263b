import { Actions } from './actions.js';
import { Drag } from './drag.js';
import { Filters } from './filters.js';
import { keepPassword } from './password.js';
import { Refresh } from './refresh.js';
import { Selection } from './selection.js';
import { Switches } from './switches.js';
import { Times } from './times.js';
import { watchDesk } from './watch.js';

/**
 * The moderation desk's page. What it shows comes from the server; this keeps it up to date, and brings the clicks on rows to the server by the
 * id of what they are about.
 */

const main = /** @type {HTMLElement} */ (document.getElementById('desk-main'));
const selection = new Selection(main);
const filters = new Filters(main);
const times = new Times(main);
const refresh = new Refresh(main, () => {
  selection.show();
  filters.apply();
  times.show();
});

// once PrimeFaces' own parts are there
if (document.readyState === 'complete') start();
else window.addEventListener('load', start, { once: true });

function start() {
  new Actions(main).listen();
  new Drag(main).listen();
  selection.listen();
  new Switches(main).listen();
  times.listen();
  filters.listen();
  keepPassword(main);
  refresh.listen();
  watchDesk({ key: main.dataset.key ?? '', refresh, offline: /** @type {HTMLElement} */ (main.querySelector('.desk-offline')) });
  if (window.matchMedia('(min-width: 1000px)').matches) for (const section of main.querySelectorAll('details')) section.open = true;
}
