import { h, set, text } from '../ui/dom.js';

/**
 * The password that a meeting asks for, on its door.
 *
 * @import { Translate } from '../ui/texts.js'
 * @typedef {'needed' | 'wrong' | null} Asked whether the meeting asks for one, and whether the last one was wrong
 */

const LONGEST = 64;

/** @param {Translate} t */
export function passwordField(t) {
  const refusal = h('p', { class: 'refusal', id: 'prejoin-password-refusal', role: 'alert' });
  const input = h('input', {
    id: 'prejoin-password',
    type: 'password',
    autocomplete: 'off',
    maxlength: LONGEST,
    'aria-describedby': refusal.id,
    oninput: () => refuse(''),
  });
  const element = h('div', { class: 'password-field', hidden: true }, h('label', { for: input.id }, t('stage.prejoin.password')), input, refusal);
  /** @type {Asked} */
  let shown = null;
  return {
    element,
    /** @param {Asked} password */
    update(password) {
      if (password === shown) return;
      shown = password;
      set(element, 'hidden', password === null);
      if (password !== 'wrong') return;
      refuse(t('stage.prejoin.password.wrong'));
      input.select();
      input.focus();
    },
    /** @returns {string | null} null when it is needed and missing, which is said */
    read() {
      const typed = input.value.trim();
      if (shown === null || typed !== '') {
        if (shown === 'wrong') shown = 'needed';
        return typed;
      }
      refuse(t('stage.prejoin.password.empty'));
      input.focus();
      return null;
    },
  };

  /** @param {string} why */
  function refuse(why) {
    text(refusal, why);
    set(input, 'aria-invalid', why ? 'true' : null);
  }
}
