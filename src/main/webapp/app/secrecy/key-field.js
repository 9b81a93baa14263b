import { LONGEST_PHRASE, keyOfTyped } from '../cipher/keys.js';
import { h, icon, set, text } from '../ui/dom.js';

/**
 * On the door of an encrypted meeting: that it is encrypted, and the field for the key where the link has none; or why this browser cannot
 * take part.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { Veil } from './veil.js'
 */

/** @param {{veil: Veil | null, wrong: boolean, t: Translate}} parts without a veil: this browser cannot encrypt; wrong: the key of the link is not the meeting's */
export function keyField({ veil, wrong, t }) {
  const refusal = h('p', { class: 'refusal', id: 'prejoin-key-refusal', role: 'alert' });
  const input = h('input', {
    id: 'prejoin-key',
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: LONGEST_PHRASE * 2,
    'aria-describedby': `prejoin-key-hint ${refusal.id}`,
    oninput: () => refuse(''),
  });
  const field = h('div', { class: 'key-field', hidden: veil === null || veil.hasKey }, h('label', { for: input.id }, t('stage.prejoin.key')), input, h('p', { class: 'hint', id: 'prejoin-key-hint' }, t('stage.prejoin.key.hint')), refusal);
  const note = h('p', { class: 'encrypted-note' }, icon('lock'), h('span', {}, t(veil ? 'stage.prejoin.encrypted' : 'stage.prejoin.encrypted.unsupported')));
  const element = h('div', { class: 'key-part', 'data-supported': String(veil !== null) }, note, field);
  if (wrong) refuse(t('stage.prejoin.key.wrong.link'));
  return {
    element,
    supported: veil !== null,

    /** Whether the key is there and right; else it is said what is wrong. @returns {Promise<boolean>} */
    async pass() {
      if (veil === null || veil.hasKey) return veil !== null;
      const typed = input.value.trim();
      const key = typed === '' ? null : await keyOfTyped(typed, veil.salt);
      if (key && (await veil.use(key))) {
        set(field, 'hidden', true);
        return true;
      }
      refuse(t(typed === '' ? 'stage.prejoin.key.empty' : key ? 'stage.prejoin.key.wrong' : 'stage.prejoin.key.short'));
      input.focus();
      return false;
    },
  };

  /** @param {string} why */
  function refuse(why) {
    text(refusal, why);
    set(input, 'aria-invalid', why ? 'true' : null);
  }
}
