import { button } from '../ui/controls.js';
import { h, set } from '../ui/dom.js';

/** Asks before something that others lose. @param {string} cancel label */
export function confirmation(cancel) {
  const element = h('div', { class: 'board-confirm', role: 'alertdialog', hidden: true });
  const end = () => set(element, 'hidden', true);
  return {
    element,
    end,
    /** @param {string} question @param {string} label @param {() => void} doIt */
    ask(question, label, doIt) {
      const yes = button({
        icon: 'delete',
        label,
        kind: 'button danger',
        onClick: () => {
          end();
          doIt();
        },
      });
      const no = button({ icon: 'close', label: cancel, kind: 'button secondary', onClick: end });
      set(element, 'aria-label', question);
      element.replaceChildren(h('p', {}, question), yes, no);
      set(element, 'hidden', false);
      no.focus();
    },
  };
}
