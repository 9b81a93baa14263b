import { shortcutOf } from '../ui/shortcuts.js';
import { toggleDock } from './talk-tools.js';
import { togglePeople } from './toolbar-view.js';

/**
 * The keyboard shortcuts of a meeting.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { HandActions } from '../reaction/actions.js'
 * @import { Dock } from '../state/view.js'
 * @import { PageStore } from './page-state.js'
 * @import { ToolbarView } from './toolbar-view.js'
 * @typedef {object} KeyParts
 * @property {PageStore} store
 * @property {LocalMedia} local
 * @property {HandActions} hands
 * @property {ToolbarView} toolbar
 * @property {HTMLElement} dock
 * @property {readonly Dock[]} docks
 * @property {() => boolean} isCovered whether a dialog or a popover lies over the meeting
 */

/** @param {KeyParts} parts @returns {(event: KeyboardEvent) => void} */
export function meetingKeys({ store, local, hands, toolbar, dock, docks, isCovered }) {
  return (event) => {
    if (event.key === 'Escape' && !isCovered()) {
      closeTopmost();
      return;
    }
    const { dialog } = store.state.view;
    const shortcut = shortcutOf(event);
    if (shortcut === 'microphone') void local.turn('microphone', !local.microphoneOn);
    else if (shortcut === 'camera') void local.turn('camera', !local.cameraOn);
    else if (shortcut === 'share' && !dialog) toolbar.toggleShare();
    else if (shortcut === 'people' && !dialog) togglePeople(store);
    else if (shortcut === 'chat' && !dialog) chatKey(event);
    else if (shortcut === 'hand' && !dialog) hands.toggle();
    else if (shortcut === 'shortcuts') store.dispatch({ type: 'dialog', dialog: dialog === 'shortcuts' ? null : 'shortcuts' });
  };

  function closeTopmost() {
    const { people, view } = store.state;
    if (view.dock && dock.contains(document.activeElement)) closeDock();
    else if (view.panel) closePanel();
    else if (view.dock) closeDock();
    else if (view.inviteCard && people.participants.length === 1) store.dispatch({ type: 'invite-card', open: false });
  }

  /** The letter is the shortcut, and not the first one of a message. @param {KeyboardEvent} event */
  function chatKey(event) {
    event.preventDefault();
    toggleDock(store, docks);
  }

  function closeDock() {
    store.dispatch({ type: 'dock', dock: null });
    focusOn('C');
  }

  function closePanel() {
    store.dispatch({ type: 'panel', panel: null });
    focusOn('P');
  }

  /** @param {string} key of a button of the toolbar */
  function focusOn(key) {
    /** @type {HTMLElement | null} */ (toolbar.querySelector(`[aria-keyshortcuts=${key}]`))?.focus();
  }
}
