import { breakoutBanner } from '../breakout/breakout-banner.js';
import { breakoutBar } from '../breakout/breakout-bar.js';
import { breakoutSection } from '../breakout/breakout-section.js';
import { movesOf } from '../breakout/moves.js';
import { ChatView } from '../chat/chat-view.js';
import { inviteContent } from '../door/invite-view.js';
import { knockBanner } from '../door/knock-banner.js';
import { inkButton, inkEntry } from '../ink/entry.js';
import { DeskPanel, toggleDesk } from '../moderation/desk-panel.js';
import { participantMenu } from '../moderation/participant-menu.js';
import { moderationQuestions } from '../moderation/questions.js';
import { PollsView } from '../poll/polls-view.js';
import { HandsView } from '../reaction/hands-view.js';
import { ReactionsView } from '../reaction/reactions-view.js';
import { consentBanner } from '../recording/consent-banner.js';
import { recordingQuestions } from '../recording/questions.js';
import { recordingBar } from '../recording/recording-bar.js';
import { lockBadge } from '../secrecy/lock-view.js';
import { SettingsPanel } from '../settings/settings-panel.js';
import { timerBar } from '../timer/timer-bar.js';
import { button } from '../ui/controls.js';
import { h, set } from '../ui/dom.js';
import { boardEntry } from '../whiteboard/entry.js';
import { askDialog } from './ask-dialog.js';
import { bannerView } from './banner-view.js';
import { boardPlace } from './board-place.js';
import { meetingDialogs } from './dialogs.js';
import { DockView } from './dock-view.js';
import { meetingKeys } from './keys.js';
import { inkPlace } from './ink-place.js';
import { MeetingView } from './meeting-view.js';
import { noticesView } from './notices-view.js';
import { PeopleView } from './people-view.js';
import { TalkTools } from './talk-tools.js';
import { TilesView } from './tiles-view.js';
import { ToolbarView } from './toolbar-view.js';
import { viewMenu } from './view-menu.js';

/**
 * Makes the page of a meeting: every view gets the parts that it uses.
 *
 * @import { PageState } from './page-state.js'
 * @import { Services } from './services.js'
 */

/** @param {Services} services */
export function meetingPage(services) {
  const { store, session, local, preferences, attention, wakeLock, t } = services;
  const { send } = session;
  const menu = menuOf(services);
  const ink = inkPlace(services);
  const tiles = new TilesView({ store, session, local, preferences, menu, ink, t });
  const toolbar = toolbarOf(services);
  const people = peopleOf(services, menu);
  const desk = new DeskPanel({ store, session, t });
  const personal = new SettingsPanel({ store, t });
  const dock = dockOf(services);
  const help = () => store.dispatch({ type: 'dialog', dialog: 'connection' });
  const banner = bannerView({ t, tryNow: () => session.tryNow(), play: () => tiles.playAll(), help });
  const notices = noticesView(store, t);
  const knocks = knockBanner({ store, send, attention, t });
  const rooms = breakoutBar({ store, send, t });
  const timer = timerBar({ t });
  const board = boardPlace(services);
  const recording = recordingBar({ store, t });
  const consent = consentBanner({ actions: services.recording, t });
  const lock = lockBadge({ store, t });
  const calls = breakoutBanner({ store, send, t });
  const ask = askDialog({ store, send, questions: { ...moderationQuestions(t), ...recordingQuestions(t) }, t });
  const dialogs = meetingDialogs(services);
  const card = inviteCard(services);
  const settings = button({ icon: 'gear', label: t('stage.settings'), kind: 'round settings-button', onClick: () => store.dispatch({ type: 'dialog', dialog: 'settings' }) });
  return new MeetingView({
    store,
    local,
    preferences,
    sharing: session.sharing,
    wakeLock,
    toolbar,
    keys: (isCovered) => meetingKeys({ store, local, hands: services.hands, toolbar, dock, docks: services.docks, isCovered }),
    before: [settings, banner.element, knocks.element, knocks.said, h('div', { class: 'room-strip' }, lock.element, recording.element, rooms.element, timer.element), calls.element, consent.element, dock, board.element, tiles, new ReactionsView({ store, session, t }), card.element, people, desk, personal, toolbar],
    after: [notices.element, ...dialogs.elements, ask.element],
    parts: [card, dialogs, ask, knocks, rooms, lock, timer, recording, consent, calls, banner, notices, people, desk, personal, dock, board, toolbar],
    t,
  });
}

/** The menu of actions on a participant, for their tile and for the list. @param {Services} services */
function menuOf({ store, session: { send }, t }) {
  const more = (/** @type {PageState} */ state, /** @type {Parameters<typeof movesOf>[2]} */ participant) => movesOf({ send, t }, state, participant);
  return (/** @type {string} */ participant, /** @type {string} */ kind) => participantMenu({ store, send, t, more }, participant, kind);
}

/** @param {Services} services */
function toolbarOf({ stage, store, session, local, leading, hands, preferences, install, docks, off, t }) {
  const talk = new TalkTools({ store, hands, docks, t });
  const view = viewMenu({ stage, store, send: session.send, leadAgain: () => leading.tell(true), preferences, t });
  const pencil = { store, t };
  const topics = () => [...(off.includes('whiteboard') ? [] : [boardEntry({ store, send: session.send, t })]), ...inkEntry(pencil)];
  return new ToolbarView({ store, local, sharing: session.sharing, leave: () => session.leave(), talk, view, ink: inkButton(pencil), topics, install, records: !off.includes('recording'), t });
}

/** @param {Services} services @param {ReturnType<typeof menuOf>} menu */
function peopleOf({ store, session: { send }, hands, t }, menu) {
  const openDesk = () => toggleDesk(store);
  const sections = [breakoutSection({ send, openDesk, t })];
  const people = new PeopleView({ store, sections, hands: new HandsView({ store, actions: hands, t }), menu, openDesk, t });
  set(people, 'hidden', true);
  return people;
}

/** @param {Services} services */
function dockOf({ store, chat, polls, docks, t }) {
  return new DockView({ store, docks, chat: new ChatView({ store, actions: chat, t }), polls: new PollsView({ store, actions: polls, t }), t });
}

/** How to get others in, for whoever is alone. @param {Services} services */
function inviteCard({ store, session, t }) {
  const invite = inviteContent({ store, session, t });
  const close = button({ icon: 'close', label: t('stage.dialog.close'), kind: 'round', onClick: () => store.dispatch({ type: 'invite-card', open: false }) });
  const element = h('section', { class: 'invite-card', 'aria-labelledby': 'alone' }, h('header', {}, h('h2', { id: 'alone' }, t('stage.alone')), close), invite.element);
  return {
    element,
    /** @param {PageState} state */
    update(state) {
      set(element, 'hidden', state.people.participants.length !== 1 || !state.view.inviteCard || state.whiteboard.open);
      invite.update(state);
    },
  };
}
