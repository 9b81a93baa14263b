import { ChatActions, chatSettledBy } from './chat/actions.js';
import { announceChat } from './chat/announce.js';
import { soundDoor } from './door/door-sounds.js';
import { WaitingView } from './door/waiting-view.js';
import { FarewellView } from './farewell/farewell-view.js';
import { LocalMedia } from './media/local-media.js';
import { Leading } from './moderation/leading.js';
import { Attention } from './platform/attention.js';
import { Install } from './platform/install.js';
import { Preferences, browserStorage } from './platform/preferences.js';
import { WakeLock } from './platform/wake-lock.js';
import { PollActions, pollSettledBy } from './poll/actions.js';
import { announcePolls } from './poll/announce.js';
import { PrejoinView } from './prejoin/prejoin-view.js';
import { HandActions } from './reaction/actions.js';
import { announceHands } from './reaction/announce.js';
import { RecordingActions } from './recording/actions.js';
import { announceRecording } from './recording/announce.js';
import { catchUp } from './session/catch-up.js';
import { onSignedIn } from './platform/signing-in.js';
import { Session } from './session/session.js';
import { storedMessages } from './session/stored-messages.js';
import { announceSecrecy } from './secrecy/announce.js';
import { keyField } from './secrecy/key-field.js';
import { keyShelf } from './session/key-shelf.js';
import { Veil } from './secrecy/veil.js';
import { canSeal } from './cipher/frame-cipher.js';
import { SETTINGS_PAGE } from './platform/pages.js';
import { followSettings, wear } from './platform/settings-channel.js';
import { settingsDialog } from './settings/settings-dialog.js';
import { apart } from './sound/apart.js';
import { Sounds } from './sound/sounds.js';
import { TUNES } from './sound/tunes.js';
import { fetchMeetingPage } from './stage/later.js';
import { soundMeeting } from './stage/meeting-sounds.js';
import { atTheDoor, reduce } from './stage/page-state.js';
import { StageView } from './stage/stage-view.js';
import { Store } from './state/store.js';
import { docksWithout } from './state/view.js';
import { announceTimer } from './timer/announce.js';
import { translator } from './ui/texts.js';

/**
 * Composition root of the meeting's page: makes the parts and lets them go.
 *
 * @import { PageAction, PageState } from './stage/page-state.js'
 */

/** From one sound of what is said beside the microphone to the next. */
const APART = 700;

const { letters, name, user, password, key, firewall, off, recorded, kept, texts } = JSON.parse(document.getElementById('stage-data')?.textContent ?? '{}');
const stage = /** @type {HTMLElement} */ (document.getElementById('stage'));
const t = translator(texts);
// whoever comes with a link for a second device is asked for nothing more
/** @type {Store<PageState, PageAction>} */
const store = new Store(reduce, atTheDoor(name, password && !window.location.hash.startsWith('#device='), Boolean(key)));
const preferences = new Preferences(browserStorage(), kept);
followSettings((changes) => preferences.follow(changes), wear);
const local = new LocalMedia(preferences);
local.lines.microphone.wanted = !preferences.now.enterMuted;
local.lines.camera.wanted = !preferences.now.enterWithoutCamera;
/** Of an encrypted meeting. @type {Veil | null} */
const veil = key && canSeal() ? new Veil({ check: key, store, shelf: keyShelf(letters), send: (message) => session.send(message), t }) : null;
/** @type {Session<PageState>} */
const session = new Session(letters, store, local, preferences, veil);
const sounds = new Sounds(preferences);
const attention = new Attention(preferences);
const install = new Install();

soundMeeting(store, sounds);
soundDoor(store, sounds);

catchUp(store, session);
onSignedIn(() => session.signedIn());
const unsent = storedMessages({ letters, store, session }, (message) => [...chatSettledBy(message), ...pollSettledBy(message)]);
const chat = new ChatActions({ letters, store, session, unsent });
const polls = new PollActions({ letters, store, session, unsent });
const hands = new HandActions({ store, session });
const leading = new Leading(store, session.send);

const play = apart(sounds, ['message', 'hand', 'reaction'], APART);
sounds.register('timer', TUNES.timer);
sounds.register('recording', TUNES.recording);
announceChat({ store, session, play, attention, t });
announceHands({ store, session, play, attention, t });
announcePolls({ store, session, play, attention });
if (key) {
  announceSecrecy({ session, preferences, clip: (language) => new URL(`../sounds/encrypted-${language}.mp3`, import.meta.url).href });
}
announceTimer({ store, session, play: (sound) => sounds.play(sound), attention });

announceRecording({ store, session, play: (sound) => sounds.play(sound), meeting: name, shelf: browserStorage() });
const recording = new RecordingActions({ store, send: session.send });

const services = { letters, stage, store, session, local, leading, chat, polls, hands, recording, preferences, sounds, wakeLock: new WakeLock(), install, attention, firewall, docks: docksWithout(off), off, learn: (/** @type {Record<string, string>} */ more) => void Object.assign(texts, more), t };
// the key of the page's address, if any: whoever reloads is in again without being asked
const wrong = veil !== null && (await veil.begin()) && !veil.hasKey;
const closeSettings = () => store.dispatch({ type: 'dialog', dialog: null });
const moreSettings = () => void window.open(SETTINGS_PAGE, '_blank');

new StageView({
  stage,
  store,
  session,
  local,
  views: {
    door: () => new PrejoinView({ lock: key ? keyField({ veil, wrong, t }) : null, store, session, local, preferences, user, settings: settingsDialog(services, closeSettings, moreSettings), recorded, t }),
    waiting: () => new WaitingView({ store, session, local, preferences, recorded, t }),
    farewell: () => new FarewellView({ store, t }),
    meeting: async () => {
      const meetingPage = await fetchMeetingPage(texts);
      return meetingPage && (() => meetingPage(services));
    },
  },
  t,
}).start();
