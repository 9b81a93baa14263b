import { LocalMedia } from '../media/local-media.js';
import { Preferences, browserStorage } from '../platform/preferences.js';
import { Sounds } from '../sound/sounds.js';
import { h } from '../ui/dom.js';
import { translator } from '../ui/texts.js';
import { CheckView } from './check-view.js';
import { deviceCheck } from './device-check.js';

/** The page that checks a connection without a meeting. */

const { firewall, texts } = JSON.parse(document.getElementById('check-data')?.textContent ?? '{}');
const t = translator(texts);
const preferences = new Preferences(browserStorage());
const local = new LocalMedia(preferences);

document.getElementById('check')?.append(
  h('section', { class: 'card check-card' }, h('h2', {}, t('stage.check')), new CheckView({ local, firewall, t })),
  h('div', { class: 'card check-card' }, deviceCheck({ local, sounds: new Sounds(preferences), t })),
);
