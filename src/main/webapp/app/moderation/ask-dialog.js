import { button } from '../ui/controls.js';
import { dialog } from '../ui/dialog.js';
import { h, text } from '../ui/dom.js';
import { nameOf } from '../meeting/meeting.js';

/**
 * Asks before something that cannot be undone.
 *
 * @import { MeetingState } from '../meeting/meeting.js'
 * @import { StageParts } from '../stage-view.js'
 */

/** @param {Pick<StageParts, 'store' | 'session' | 't'>} parts */
export function askDialog({ store, session, t }) {
  const words = h('p', { class: 'lead', dir: 'auto' });
  const block = h('input', { type: 'checkbox', id: 'ask-block', class: 'toggle' });
  const blockRow = h('label', { class: 'toggle-row', for: 'ask-block' }, h('span', {}, t('stage.remove.block'), h('small', {}, t('stage.remove.block.text'))), block);
  const cancel = button({ icon: 'close', label: t('stage.ask.cancel'), kind: 'button quiet', onClick: () => element.close() });
  const yes = button({ icon: 'check', label: t('stage.remove.yes'), kind: 'button danger-fill', onClick: () => act() });
  const element = dialog({
    title: t('stage.ask'),
    close: t('stage.dialog.close'),
    kind: 'ask',
    onClose: () => store.dispatch({ type: 'ask', ask: null }),
    content: [words, blockRow, h('div', { class: 'actions' }, cancel, yes)],
  });
  let asked = '';
  return {
    element,
    /** @param {MeetingState} state */
    update(state) {
      const { ask } = state;
      element.toggle(ask !== null);
      const key = ask ? JSON.stringify(ask) : '';
      if (!ask || key === asked) {
        asked = key;
        return;
      }
      asked = key;
      const removing = ask.what === 'remove';
      block.checked = false;
      blockRow.hidden = !removing;
      text(words, removing ? t('stage.remove.ask', nameOf(state, ask.participant)) : t('stage.end.ask'));
      yes.show('check', t(removing ? 'stage.remove.yes' : 'stage.end.yes'));
    },
  };

  function act() {
    const { ask } = store.state;
    if (ask?.what === 'remove') session.send({ type: 'remove', participant: ask.participant, block: block.checked });
    else if (ask) session.send({ type: 'end-meeting' });
    element.close();
  }
}
