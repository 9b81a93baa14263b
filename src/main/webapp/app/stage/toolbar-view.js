import { ONE_PANEL, set } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { shareTroubleWords } from '../devices/share-trouble.js';
import { toggleDesk } from '../moderation/desk-panel.js';
import { mayModerate } from '../state/people.js';
import { moreMenu } from './more-menu.js';

/**
 * The bar at the bottom.
 *
 * @import { inkButton } from '../ink/entry.js'
 * @import { InkState } from '../ink/slice.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Sharing } from '../session/sharing.js'
 * @import { Install } from '../platform/install.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { TalkTools } from './talk-tools.js'
 * @import { viewMenu } from './view-menu.js'
 * @typedef {object} ToolbarParts
 * @property {StoreOf<Shared & {recording: {on: boolean}}, SharedAction>} store
 * @property {LocalMedia} local
 * @property {Sharing} sharing
 * @property {() => void} leave
 * @property {TalkTools} talk
 * @property {ReturnType<typeof viewMenu>} view
 * @property {ReturnType<typeof inkButton>} ink
 * @property {() => MenuItem[]} topics what topics have to offer in the menu
 * @property {Install} install
 * @property {boolean} records whether this server records meetings
 * @property {Translate} t
 */
export class ToolbarView extends HTMLElement {
  #parts;
  #microphone;
  #camera;
  #share;
  #people;
  #desk;

  /** @param {ToolbarParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, local, leave: leaves, talk, view, ink, t } = parts;
    this.setAttribute('role', 'toolbar');
    this.setAttribute('aria-label', t('stage.toolbar'));
    this.#microphone = button({ icon: 'mic', label: t('stage.mic.off'), short: t('stage.mic'), kind: 'tool', keys: 'M', onClick: () => void local.turn('microphone', !local.microphoneOn) });
    this.#camera = button({ icon: 'camera', label: t('stage.camera.off'), short: t('stage.camera'), kind: 'tool', keys: 'V', onClick: () => void local.turn('camera', !local.cameraOn) });
    this.#share = button({ icon: 'share', label: t('stage.share'), short: t('stage.share.short'), kind: 'tool wide', keys: 'S', onClick: () => this.toggleShare() });
    const layout = button({ icon: 'grid', label: t('stage.layout'), kind: 'tool wide', onClick: () => undefined });
    set(layout, 'popovertarget', view.element.id);
    this.#people = button({
      icon: 'people',
      label: t('stage.people'),
      short: t('stage.people'),
      kind: 'tool',
      keys: 'P',
      onClick: () => togglePeople(store),
    });
    this.#desk = button({ icon: 'shield', label: t('stage.desk'), short: t('stage.desk'), kind: 'tool wide', onClick: () => toggleDesk(store) });
    set(this.#desk, 'data-tool', 'desk');
    const invite = button({ icon: 'invite', label: t('stage.invite'), kind: 'tool wide', onClick: () => store.dispatch({ type: 'dialog', dialog: 'invite' }) });
    const more = moreMenu(parts, { share: () => this.toggleShare(), react: () => talk.openReactions(), view: () => view.element.showPopover() });
    const leave = button({ icon: 'leave', label: t('stage.leave'), kind: 'tool leave', onClick: leaves });
    this.append(this.#microphone, this.#camera, this.#share, ink.element, talk, layout, view.element, this.#people, this.#desk, invite, more, leave);
  }

  /** @param {InkState} state */
  update(state) {
    const { local, view, ink, t } = this.#parts;
    const { participants } = state.people;
    const { microphoneOn, cameraOn } = local;
    this.#microphone.show(microphoneOn ? 'mic' : 'mic-off', t(microphoneOn ? 'stage.mic.off' : 'stage.mic.on'));
    this.#camera.show(cameraOn ? 'camera' : 'camera-off', t(cameraOn ? 'stage.camera.off' : 'stage.camera.on'));
    set(this.#microphone, 'data-off', !microphoneOn);
    set(this.#camera, 'data-off', !cameraOn);
    set(this.#microphone, 'data-trouble', local.lines.microphone.trouble !== null);
    set(this.#camera, 'data-trouble', local.lines.camera.trouble !== null);
    this.#showShare();
    view.update(state);
    ink.update(state);
    set(this.#people, 'aria-expanded', String(state.view.panel === 'people'));
    this.#people.show('people', t('stage.people.count', participants.length));
    set(this.#people, 'data-count', participants.length);
    set(this.#desk, 'hidden', !mayModerate(state));
    set(this.#desk, 'aria-expanded', String(state.view.panel === 'desk'));
  }

  /** Where a screen cannot be shared, the button says why instead. */
  toggleShare() {
    const { sharing, store } = this.#parts;
    if (sharing.trouble) store.dispatch({ type: 'dialog', dialog: 'share-trouble' });
    else void sharing.toggle();
  }

  #showShare() {
    const { sharing, t } = this.#parts;
    const { screen } = sharing;
    const trouble = screen.on ? null : sharing.trouble;
    const label = trouble ? shareTroubleWords(trouble, t) : t(screen.on ? 'stage.share.stop' : 'stage.share');
    this.#share.show(screen.on ? 'share-off' : 'share', label);
    set(this.#share, 'aria-disabled', trouble ? 'true' : null);
    set(this.#share, 'data-on', screen.on);
  }
}

customElements.define('plenum-toolbar', ToolbarView);

/** The action of the button and the key. @param {StoreOf<Shared, SharedAction>} store */
export function togglePeople(store) {
  const { panel } = store.state.view;
  store.dispatch({ type: 'panel', panel: panel === 'people' ? null : 'people' });
  if (!panel && window.matchMedia(ONE_PANEL).matches) store.dispatch({ type: 'dock', dock: null });
}
