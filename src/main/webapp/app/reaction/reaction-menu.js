import { h } from '../ui/dom.js';
import { EMOJI_OF } from './emoji-of.js';

/**
 * Reactions to choose from, as many as one likes. A popover: the browser closes it on Escape and on a click elsewhere.
 *
 * @import { Reaction } from '../protocol/reaction.js'
 * @import { Translate } from '../ui/texts.js'
 * @param {Translate} t
 * @param {(reaction: Reaction) => void} react
 */
export function reactionMenu(t, react) {
  const choices = /** @type {Reaction[]} */ (Object.keys(EMOJI_OF)).map((reaction) => {
    const label = t(`stage.reaction.${reaction}`);
    return h('button', { type: 'button', class: 'emoji', 'aria-label': label, title: label, onclick: () => react(reaction) }, EMOJI_OF[reaction]);
  });
  const element = h('div', { class: 'reaction-menu', id: 'reaction-menu', popover: 'auto', role: 'group', 'aria-label': t('stage.reaction') }, ...choices);
  element.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = choices.findIndex((choice) => choice === document.activeElement);
    if (step) choices[(at + step + choices.length) % choices.length].focus();
  });
  element.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState === 'open') choices[0].focus();
  });
  return element;
}
