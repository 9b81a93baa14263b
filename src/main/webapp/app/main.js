import { Store } from './state/store.js';
import { LocalMedia } from './media/local-media.js';
import { soundDoor } from './door/door-sounds.js';
import { initialState, reduce } from './state/meeting.js';
import { Session } from './session/session.js';
import { Attention } from './platform/attention.js';
import { Install } from './platform/install.js';
import { WakeLock } from './platform/wake-lock.js';
import { Preferences, browserStorage } from './platform/preferences.js';
import { soundMeeting } from './stage/meeting-sounds.js';
import { Sounds } from './sound/sounds.js';
import { TalkDesk } from './talk/talk-desk.js';
import { announceTalk } from './talk/talk-news.js';
import { translator } from './ui/texts.js';
import { StageView } from './stage/stage-view.js';

/** Composition root: makes the parts and lets them go. */

const { letters, name, password, firewall, texts } = JSON.parse(document.getElementById('stage-data')?.textContent ?? '{}');
const stage = /** @type {HTMLElement} */ (document.getElementById('stage'));
// whoever comes with a link for a second device is asked for nothing more
const store = new Store(reduce, initialState(name, password && !window.location.hash.startsWith('#device=')));
const preferences = new Preferences(browserStorage());
const local = new LocalMedia(preferences);
const t = translator(texts);
const session = new Session(letters, store, local, preferences);
const sounds = new Sounds(preferences);
soundMeeting(store, sounds);
soundDoor(store, sounds);
const desk = new TalkDesk(letters, session);
const attention = new Attention(preferences);
announceTalk({ desk, store, sounds, attention, t });

new StageView({ stage, store, local, session, desk, preferences, sounds, wakeLock: new WakeLock(), install: new Install(), attention, firewall, t }).start();
