import { set } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { TalkTools } from '../reaction/talk-tools.js';

/**
 * The bar at the bottom.
 *
 * @import { MeetingState } from './meeting.js'
 * @import { StageParts } from '../stage-view.js'
 */
export class ToolbarView extends HTMLElement {
  #parts;
  #microphone;
  #camera;
  #layout;
  #people;
  #shortcuts;

  /** @param {StageParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { store, local, session, t } = parts;
    const dialog = (/** @type {'invite' | 'devices' | 'shortcuts'} */ name) => () => store.dispatch({ type: 'dialog', dialog: name });
    this.setAttribute('role', 'toolbar');
    this.setAttribute('aria-label', t('stage.toolbar'));
    this.#microphone = button({ icon: 'mic', label: t('stage.mic.off'), short: t('stage.mic'), kind: 'tool', keys: 'M', onClick: () => void local.turn('microphone', !local.microphoneOn) });
    this.#camera = button({ icon: 'camera', label: t('stage.camera.off'), short: t('stage.camera'), kind: 'tool', keys: 'V', onClick: () => void local.turn('camera', !local.cameraOn) });
    this.#layout = button({
      icon: 'speaker',
      label: t('stage.layout.speaker'),
      short: t('stage.layout'),
      kind: 'tool',
      onClick: () => store.dispatch({ type: 'layout', layout: store.state.layout === 'grid' ? 'speaker' : 'grid' }),
    });
    this.#people = button({
      icon: 'people',
      label: t('stage.people'),
      short: t('stage.people'),
      kind: 'tool',
      keys: 'P',
      onClick: () => togglePeople(parts),
    });
    const invite = button({ icon: 'invite', label: t('stage.invite'), kind: 'tool extra', onClick: dialog('invite') });
    const devices = button({ icon: 'settings', label: t('stage.devices'), kind: 'tool', onClick: dialog('devices') });
    this.#shortcuts = button({ icon: 'keyboard', label: t('stage.shortcuts'), kind: 'tool extra', keys: '?', onClick: dialog('shortcuts') });
    const leave = button({ icon: 'leave', label: t('stage.leave'), kind: 'tool leave', onClick: () => session.leave() });
    this.append(this.#microphone, this.#camera, new TalkTools(parts), this.#layout, this.#people, invite, devices, this.#shortcuts, leave);
  }

  /** @param {MeetingState} state */
  update(state) {
    const { local, t } = this.#parts;
    const { microphoneOn, cameraOn } = local;
    this.#microphone.show(microphoneOn ? 'mic' : 'mic-off', t(microphoneOn ? 'stage.mic.off' : 'stage.mic.on'));
    this.#camera.show(cameraOn ? 'camera' : 'camera-off', t(cameraOn ? 'stage.camera.off' : 'stage.camera.on'));
    set(this.#microphone, 'data-off', !microphoneOn);
    set(this.#camera, 'data-off', !cameraOn);
    set(this.#microphone, 'data-trouble', local.lines.microphone.trouble !== null);
    set(this.#camera, 'data-trouble', local.lines.camera.trouble !== null);
    const grid = state.layout === 'grid';
    this.#layout.show(grid ? 'speaker' : 'grid', t(grid ? 'stage.layout.speaker' : 'stage.layout.grid'));
    set(this.#people, 'aria-expanded', String(state.panel === 'people'));
    this.#people.show('people', t('stage.people.count', state.participants.length));
    set(this.#people, 'data-count', state.participants.length);
  }
}

customElements.define('plenum-toolbar', ToolbarView);

/** What the button and the key do. @param {StageParts} parts */
export function togglePeople({ store }) {
  const { panel } = store.state;
  store.dispatch({ type: 'panel', panel: panel ? null : 'people' });
  // where there is room for one of them only
  if (!panel && window.matchMedia('(max-width: 860px)').matches) store.dispatch({ type: 'dock', dock: null });
}
