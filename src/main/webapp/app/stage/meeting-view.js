import { dialog } from '../ui/dialog.js';
import { h, set, text } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { settingsDialog } from '../settings/settings-dialog.js';
import { knockBanner } from '../door/knock-banner.js';
import { permits } from '../moderation/room.js';
import { breakoutBanner } from '../breakout/breakout-banner.js';
import { breakoutBar } from '../breakout/breakout-bar.js';
import { breakoutContent } from '../breakout/breakout-dialog.js';
import { askDialog } from '../moderation/ask-dialog.js';
import { renameDialog } from '../moderation/rename-dialog.js';
import { roomContent } from '../moderation/room-dialog.js';
import { DockView } from './dock-view.js';
import { ReactionsView } from '../reaction/reactions-view.js';
import { toggleChat, toggleHand } from './talk-tools.js';
import { CheckView } from '../check/check-view.js';
import { bannerView } from './banner-view.js';
import { IdleWatch, holdsKeyboard } from './idle.js';
import { inviteContent } from '../door/invite-view.js';
import { linkContent } from '../moderation/link-view.js';
import { noticesView } from './notices-view.js';
import { PeopleView } from './people-view.js';
import { PushToTalk } from './push-to-talk.js';
import { shareTroubleContent } from '../devices/share-trouble.js';
import { shortcutOf } from '../ui/shortcuts.js';
import { shortcutList } from './shortcut-list.js';
import { TilesView } from './tiles-view.js';
import { ToolbarView, togglePeople } from './toolbar-view.js';

/**
 * The meeting: tiles, toolbar, people, dialogs.
 *
 * @import { MeetingState } from '../state/meeting.js'
 * @import { StageParts } from './stage-view.js'
 */
export class MeetingView extends HTMLElement {
  #parts;
  #tiles;
  #toolbar;
  #people;
  #dock;
  #banner;
  #notices;
  #knocks;
  #breakoutBar;
  #breakoutBanner;
  #ask;
  #dialogs;
  #card;
  #title = h('h1', { class: 'meeting-title', dir: 'auto', tabindex: -1 });
  #settings;
  #idle;
  #pushToTalk;
  #talking;
  /** @type {Array<() => void>} */
  #ends = [];

  /** @param {StageParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, session, t } = parts;
    this.#tiles = new TilesView(parts);
    this.#toolbar = new ToolbarView(parts);
    this.#people = new PeopleView(parts);
    set(this.#people, 'hidden', true);
    this.#dock = new DockView(parts);
    this.#banner = bannerView({ t, tryNow: () => session.tryNow(), play: () => this.#tiles.playAll(), help: () => store.dispatch({ type: 'dialog', dialog: 'connection' }) });
    this.#notices = noticesView(store, t);
    this.#knocks = knockBanner(parts);
    this.#breakoutBar = breakoutBar(parts);
    this.#breakoutBanner = breakoutBanner(parts);
    this.#ask = askDialog(parts);
    this.#settings = button({ icon: 'gear', label: t('stage.settings'), kind: 'round settings-button', onClick: () => store.dispatch({ type: 'dialog', dialog: 'settings' }) });
    this.#dialogs = this.#makeDialogs();
    this.#idle = new IdleWatch(this, () => this.#mayHideTools());
    this.#talking = h('p', { class: 'talking', role: 'status' });
    this.#pushToTalk = new PushToTalk({
      isMuted: () => !parts.local.microphoneOn && permits(store.state, 'unmute'),
      isFree: () => !this.querySelector('dialog[open], :popover-open'),
      turn: (talking) => this.#talk(talking),
    });
    this.#card = this.#makeCard();
    this.append(
      this.#title,
      this.#settings,
      this.#banner.element,
      this.#knocks.element,
      this.#knocks.said,
      this.#breakoutBar.element,
      this.#breakoutBanner.element,
      this.#dock,
      this.#tiles,
      new ReactionsView(parts),
      this.#card.element,
      this.#people,
      this.#toolbar,
      this.#talking,
      this.#notices.element,
      ...Object.values(this.#dialogs.elements),
      this.#ask.element,
    );
  }

  connectedCallback() {
    document.addEventListener('keydown', this.#onKey);
    const { store, local, preferences, session, wakeLock } = this.#parts;
    const tools = () => this.#toolbar.update(store.state);
    document.addEventListener('fullscreenchange', tools);
    this.#ends = [
      store.subscribe((state) => this.#update(state)),
      local.onChange(tools),
      preferences.onChange(tools),
      session.sharing.screen.onChange(tools),
      () => document.removeEventListener('fullscreenchange', tools),
    ];
    this.#idle.start();
    this.#pushToTalk.start();
    // the form that had the focus is gone
    if (document.activeElement === document.body) this.#title.focus({ preventScroll: true });
    wakeLock.hold();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.#onKey);
    this.#ends.splice(0).forEach((end) => end());
    this.#idle.stop();
    this.#pushToTalk.stop();
    this.#breakoutBar.rest();
    this.#dialogs.breakout.rest();
    this.#parts.wakeLock.release();
  }

  #makeDialogs() {
    const { store, t } = this.#parts;
    const onClose = () => store.dispatch({ type: 'dialog', dialog: null });
    const close = t('stage.dialog.close');
    const invite = inviteContent(this.#parts);
    const share = shareTroubleContent(this.#parts);
    const room = roomContent(this.#parts);
    const breakout = breakoutContent(this.#parts);
    const link = linkContent(this.#parts);
    const check = h('p', { class: 'lead' });
    return {
      link,
      check,
      invite,
      share,
      room,
      breakout,
      elements: {
        invite: dialog({ title: t('stage.invite'), close, onClose, content: [invite.element] }),
        shortcuts: dialog({ title: t('stage.shortcuts'), close, onClose, content: [shortcutList(t)] }),
        settings: settingsDialog(this.#parts, onClose),
        rename: renameDialog(this.#parts),
        room: dialog({ title: t('stage.room'), close, onClose, content: [room.element] }),
        breakout: dialog({ title: t('stage.breakout'), close, kind: 'wide', onClose, content: [breakout.element] }),
        link: dialog({ title: t('stage.link'), close, onClose, content: [link.element] }),
        connection: dialog({ title: t('stage.check'), close, kind: 'settings', onClose, content: [check, new CheckView(this.#parts)] }),
        'share-trouble': dialog({ title: t('stage.share.trouble'), close, onClose, content: [share.element] }),
      },
    };
  }

  #makeCard() {
    const { store, t } = this.#parts;
    const invite = inviteContent(this.#parts);
    const close = button({ icon: 'close', label: t('stage.dialog.close'), kind: 'round', onClick: () => store.dispatch({ type: 'invite-card', open: false }) });
    const element = h('section', { class: 'invite-card', 'aria-labelledby': 'alone' }, h('header', {}, h('h2', { id: 'alone' }, t('stage.alone')), close), invite.element);
    return { element, update: invite.update };
  }

  /** @param {MeetingState} state */
  #update(state) {
    if (state.phase !== 'meeting') return;
    text(this.#title, state.meeting.name);
    const alone = state.participants.length === 1 && state.inviteCard;
    set(this.#card.element, 'hidden', !alone);
    this.#card.update(state);
    this.#dialogs.invite.update(state);
    this.#dialogs.share.update();
    this.#dialogs.room.update(state);
    this.#dialogs.link.update(state);
    this.#explain(state);
    this.#ask.update(state);
    this.#knocks.update(state);
    this.#breakoutBar.update(state);
    this.#breakoutBanner.update(state);
    this.#dialogs.breakout.update(state);
    for (const [name, element] of Object.entries(this.#dialogs.elements)) element.toggle(state.dialog === name);
    set(this, 'data-panel', state.panel);
    set(this, 'data-dock', state.dock);
    this.#banner.update(state);
    this.#notices.update(state);
    this.#people.update(state);
    this.#dock.update(state);
    this.#toolbar.update(state);
  }

  /** Why somebody would check the connection. @param {MeetingState} state */
  #explain({ reach }) {
    const { t } = this.#parts;
    text(this.#dialogs.check, reach === 'blocked' ? t('stage.check.lead.blocked') : reach === 'unsupported' ? t('stage.check.lead.unsupported') : t('stage.check.lead'));
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const { store, local } = this.#parts;
    const { dialog: open, panel, dock, inviteCard, participants } = store.state;
    if (event.key === 'Escape' && !this.querySelector('dialog[open], :popover-open')) {
      if (dock && this.#dock.contains(document.activeElement)) this.#closeDock();
      else if (panel) this.#closePanel();
      else if (dock) this.#closeDock();
      else if (inviteCard && participants.length === 1) store.dispatch({ type: 'invite-card', open: false });
      return;
    }
    const shortcut = shortcutOf(event);
    if (shortcut === 'microphone') void local.turn('microphone', !local.microphoneOn);
    else if (shortcut === 'camera') void local.turn('camera', !local.cameraOn);
    else if (shortcut === 'share' && !open) this.#toolbar.toggleShare();
    else if (shortcut === 'people' && !open) togglePeople(this.#parts);
    else if (shortcut === 'chat' && !open) this.#chatKey(event);
    else if (shortcut === 'hand' && !open) toggleHand(this.#parts);
    else if (shortcut === 'shortcuts') store.dispatch({ type: 'dialog', dialog: open === 'shortcuts' ? null : 'shortcuts' });
  };

  /** The letter is the shortcut, and not the first one of a message. @param {KeyboardEvent} event */
  #chatKey(event) {
    event.preventDefault();
    toggleChat(this.#parts);
  }

  /** @param {boolean} talking */
  #talk(talking) {
    const { local, t } = this.#parts;
    void local.turn('microphone', talking);
    text(this.#talking, talking ? t('stage.talking') : '');
  }

  #closeDock() {
    this.#parts.store.dispatch({ type: 'dock', dock: null });
    /** @type {HTMLElement | null} */ (this.#toolbar.querySelector('[aria-keyshortcuts=C]'))?.focus();
  }

  /** Nothing that somebody reads, uses or has to see steps aside. */
  #mayHideTools() {
    const { dialog: open, panel, dock, participants } = this.#parts.store.state;
    return !open && !panel && !dock && participants.length > 1 && !this.querySelector(':popover-open') && !holdsKeyboard(this.#toolbar);
  }

  #closePanel() {
    this.#parts.store.dispatch({ type: 'panel', panel: null });
    /** @type {HTMLElement | null} */ (this.#toolbar.querySelector('[aria-keyshortcuts=P]'))?.focus();
  }
}

customElements.define('plenum-meeting', MeetingView);
