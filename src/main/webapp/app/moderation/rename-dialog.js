import { LONGEST_NAME, readName } from '../state/names.js';
import { self } from '../state/people.js';
import { button } from '../ui/controls.js';
import { dialog } from '../ui/dialog.js';
import { h, set, text } from '../ui/dom.js';

/**
 * Another name for oneself.
 *
 * @import { Session } from '../session/session.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Translate } from '../ui/texts.js'
 * @param {{store: StoreOf<Shared, SharedAction>, session: Pick<Session<any>, 'rename'>, t: Translate}} parts
 */
export function renameDialog({ store, session, t }) {
  const refusal = h('p', { class: 'refusal', id: 'rename-refusal', role: 'alert' });
  const field = h('input', { type: 'text', id: 'rename-name', autocomplete: 'name', maxlength: LONGEST_NAME * 2, 'aria-describedby': refusal.id, autofocus: true });
  const save = button({ icon: 'check', label: t('stage.rename.save'), kind: 'button primary', onClick: () => take() });
  const form = h('form', { class: 'invite', novalidate: true, onsubmit: submit }, h('label', { for: field.id }, t('stage.prejoin.name')), field, refusal, h('div', { class: 'actions' }, save));
  const element = dialog({ title: t('stage.rename'), close: t('stage.dialog.close'), onClose: () => store.dispatch({ type: 'dialog', dialog: null }), content: [form] });
  const toggle = element.toggle;
  return Object.assign(element, {
    /** @param {boolean} open */
    toggle(open) {
      const opens = open && !element.open;
      if (opens) {
        field.value = self(store.state)?.name ?? '';
        complain('');
      }
      toggle(open);
      if (opens) field.select();
    },
  });

  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    take();
  }

  function take() {
    const { name, problem } = readName(field.value);
    complain(problem ? t(problem) : '');
    if (name === null) return;
    session.rename(name);
    element.close();
  }

  /** @param {string} words */
  function complain(words) {
    text(refusal, words);
    set(field, 'aria-invalid', words ? 'true' : null);
  }
}
