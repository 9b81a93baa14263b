import { button } from '../ui/controls.js';
import { dialog } from '../ui/dialog.js';
import { h, set, text } from '../ui/dom.js';

/**
 * Asks before something that concerns others and cannot be taken back. What is asked comes from the topics.
 *
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Send } from '../session/session.js'
 * @import { SharedAction } from '../state/state.js'
 * @import { Ask, View } from '../state/view.js'
 * @import { Translate } from '../ui/texts.js'
 * @typedef {object} Question
 * @property {string} words
 * @property {string} yes label of the button that does it
 * @property {{id: string, label: string, meaning: string} | null} box what may be chosen with it
 * @property {(chosen: boolean) => ClientMessage[]} messages
 */

/**
 * @template {{view: View}} S
 * @typedef {Record<Ask['what'], (state: S, about: string) => Question>} Questions
 */

/**
 * @template {{view: View}} S
 * @param {{store: {dispatch(action: SharedAction): void}, send: Send, questions: Questions<S>, t: Translate}} parts
 */
export function askDialog({ store, send, questions, t }) {
  const words = h('p', { class: 'lead', dir: 'auto' });
  const box = choice();
  const cancel = button({ icon: 'close', label: t('stage.ask.cancel'), kind: 'button quiet', onClick: () => element.close() });
  const yes = button({ icon: 'check', label: t('stage.remove.yes'), kind: 'button danger-fill', onClick: () => act() });
  const element = dialog({
    title: t('stage.ask'),
    close: t('stage.dialog.close'),
    kind: 'ask',
    onClose: () => store.dispatch({ type: 'ask', ask: null }),
    content: [words, box.element, h('div', { class: 'actions' }, cancel, yes)],
  });
  /** @type {Question | null} */
  let question = null;
  /** @type {Ask | null} */
  let asked = null;
  return {
    element,
    /** @param {S} state */
    update(state) {
      const { ask } = state.view;
      if (ask !== asked) {
        asked = ask;
        question = ask && questions[ask.what](state, ask.about ?? '');
        if (question) show(question);
      }
      element.toggle(asked !== null);
    },
  };

  /** @param {Question} asks */
  function show(asks) {
    text(words, asks.words);
    yes.show('check', asks.yes);
    box.show(asks.box);
  }

  function act() {
    for (const message of question?.messages(box.isChosen()) ?? []) send(message);
    element.close();
  }
}

/** An option of the question. */
function choice() {
  const label = h('span', {});
  const input = h('input', { type: 'checkbox', class: 'toggle' });
  const element = h('label', { class: 'toggle-row', hidden: true }, label, input);
  return {
    element,
    isChosen: () => input.checked,
    /** @param {Question['box']} box */
    show(box) {
      input.checked = false;
      set(element, 'hidden', box === null);
      if (!box) return;
      set(input, 'id', box.id);
      set(element, 'for', box.id);
      label.replaceChildren(box.label, h('small', {}, box.meaning));
    },
  };
}
