import { Store } from './store.js';
import { LocalMedia } from './media/local-media.js';
import { initialState, reduce } from './meeting/meeting.js';
import { Session } from './meeting/session.js';
import { TalkDesk } from './talk/talk-desk.js';
import { announceTalk } from './talk/talk-news.js';
import { translator } from './ui/texts.js';
import { StageView } from './stage-view.js';

/** Composition root: makes the parts and lets them go. */

const { letters, name, texts } = JSON.parse(document.getElementById('stage-data')?.textContent ?? '{}');
const stage = /** @type {HTMLElement} */ (document.getElementById('stage'));
const store = new Store(reduce, initialState(name));
const local = new LocalMedia();
const session = new Session(letters, store, local);
const desk = new TalkDesk(letters, session);
announceTalk(desk, store);

new StageView({ stage, store, local, session, desk, t: translator(texts) }).start();
