import { CheckView } from '../check/check-view.js';
import { shareTroubleContent } from '../devices/share-trouble.js';
import { inviteContent } from '../door/invite-view.js';
import { linkContent } from '../moderation/link-view.js';
import { renameDialog } from '../moderation/rename-dialog.js';
import { recordingContent } from '../recording/recording-dialog.js';
import { secrecyContent } from '../secrecy/lock-view.js';
import { settingsDialog } from '../settings/settings-dialog.js';
import { dialog } from '../ui/dialog.js';
import { h, text } from '../ui/dom.js';
import { shortcutList } from './shortcut-list.js';

/**
 * The dialogs of a meeting: at most one of them is open.
 *
 * @import { DialogName } from '../state/view.js'
 * @import { PageState } from './page-state.js'
 * @import { Part } from './meeting-view.js'
 * @import { Services } from './services.js'
 * @typedef {HTMLDialogElement & {toggle(open: boolean): void}} Dialog
 */

/** @param {Services} services @returns {Part & {elements: Dialog[]}} */
export function meetingDialogs(services) {
  const { store, session, docks, t } = services;
  const { send } = session;
  const close = t('stage.dialog.close');
  const onClose = () => store.dispatch({ type: 'dialog', dialog: null });
  const invite = inviteContent({ store, session, t });
  const share = shareTroubleContent({ sharing: session.sharing, t });
  const link = linkContent({ store, send, t });
  const recording = recordingContent({ store, actions: services.recording, t });
  const check = checkContent(services);
  const secrecy = secrecyContent({ t });
  /** @type {Record<DialogName, Dialog>} */
  const dialogs = {
    invite: dialog({ title: t('stage.invite'), close, onClose, content: [invite.element] }),
    shortcuts: dialog({ title: t('stage.shortcuts'), close, onClose, content: [shortcutList(t, docks)] }),
    settings: settingsDialog(services, onClose, () => {
      onClose();
      store.dispatch({ type: 'panel', panel: 'settings' });
    }),
    rename: renameDialog({ store, session, t }),
    link: dialog({ title: t('stage.link'), close, onClose, content: [link.element] }),
    connection: dialog({ title: t('stage.check'), close, kind: 'settings', onClose, content: check.content }),
    recording: dialog({ title: t('stage.recording'), close, onClose, content: [recording.element] }),
    secrecy: dialog({ title: t('stage.secrecy'), close, onClose, content: [secrecy.element] }),
    'share-trouble': dialog({ title: t('stage.share.trouble'), close, onClose, content: [share.element] }),
  };
  return {
    elements: Object.values(dialogs),
    /** @param {PageState} state */
    update(state) {
      for (const content of [invite, share, link, check, recording, secrecy]) content.update(state);
      for (const [name, element] of Object.entries(dialogs)) element.toggle(state.view.dialog === name);
    },
  };
}

/** The check of the connection, and why one would run it. @param {Pick<Services, 'local' | 'firewall' | 't'>} parts */
function checkContent({ local, firewall, t }) {
  const why = h('p', { class: 'lead' });
  return {
    content: [why, new CheckView({ local, firewall, t })],
    /** @param {PageState} state */
    update({ media: { reach } }) {
      text(why, reach === 'blocked' ? t('stage.check.lead.blocked') : reach === 'unsupported' ? t('stage.check.lead.unsupported') : t('stage.check.lead'));
    },
  };
}
