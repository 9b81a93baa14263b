import { roomName } from '../breakout/breakout.js';
import { button } from '../ui/controls.js';
import { dialog } from '../ui/dialog.js';
import { h, set, text } from '../ui/dom.js';
import { nameOf } from '../state/meeting.js';

/**
 * Asks before something that concerns others and cannot be taken back.
 *
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Ask, MeetingState } from '../state/meeting.js'
 * @import { StageParts } from '../stage/stage-view.js'
 * @import { Translate } from '../ui/texts.js'
 * @typedef {object} Question
 * @property {string} words
 * @property {string} yes label of the button that does it
 * @property {string | null} box key of what may be chosen with it
 * @property {(chosen: boolean) => ClientMessage[]} messages
 */

/** @param {Pick<StageParts, 'store' | 'session' | 't'>} parts */
export function askDialog({ store, session, t }) {
  const words = h('p', { class: 'lead', dir: 'auto' });
  const boxes = {
    'stage.remove.block': box('ask-block', t('stage.remove.block'), t('stage.remove.block.text')),
    'stage.mute-all.hold': box('ask-hold', t('stage.mute-all.hold'), t('stage.mute-all.hold.text')),
  };
  const cancel = button({ icon: 'close', label: t('stage.ask.cancel'), kind: 'button quiet', onClick: () => element.close() });
  const yes = button({ icon: 'check', label: t('stage.remove.yes'), kind: 'button danger-fill', onClick: () => act() });
  const element = dialog({
    title: t('stage.ask'),
    close: t('stage.dialog.close'),
    kind: 'ask',
    onClose: () => store.dispatch({ type: 'ask', ask: null }),
    content: [words, ...Object.values(boxes).map((one) => one.element), h('div', { class: 'actions' }, cancel, yes)],
  });
  /** @type {Question | null} */
  let question = null;
  /** @type {Ask | null} */
  let asked = null;
  return {
    element,
    /** @param {MeetingState} state */
    update(state) {
      if (state.ask !== asked) {
        asked = state.ask;
        question = asked && questionOf(asked, state, t);
        if (question) show(question);
      }
      element.toggle(asked !== null);
    },
  };

  /** @param {Question} asks */
  function show(asks) {
    text(words, asks.words);
    yes.show('check', asks.yes);
    for (const [key, { input, element: row }] of Object.entries(boxes)) {
      input.checked = false;
      set(row, 'hidden', key !== asks.box);
    }
  }

  function act() {
    const chosen = Object.values(boxes).some(({ input }) => input.checked);
    for (const message of question?.messages(chosen) ?? []) session.send(message);
    element.close();
  }
}

/** What may be chosen with it. @param {string} id @param {string} label @param {string} meaning */
function box(id, label, meaning) {
  const input = h('input', { type: 'checkbox', id, class: 'toggle' });
  return { input, element: h('label', { class: 'toggle-row', for: id }, h('span', {}, label, h('small', {}, meaning)), input) };
}

/** @param {Ask} ask @param {MeetingState} state @param {Translate} t @returns {Question} */
function questionOf(ask, state, t) {
  switch (ask.what) {
    case 'remove':
      return {
        words: t('stage.remove.ask', nameOf(state, ask.participant)),
        yes: t('stage.remove.yes'),
        box: 'stage.remove.block',
        messages: (block) => [{ type: 'remove', participant: ask.participant, block }],
      };
    case 'mute-all':
      return {
        words: t('stage.mute-all.ask'),
        yes: t('stage.moderate.mute-all'),
        box: 'stage.mute-all.hold',
        messages: (hold) => [...(hold ? [/** @type {ClientMessage} */ ({ type: 'set-switch', which: 'unmute', on: false })] : []), { type: 'mute-all' }],
      };
    case 'delete-room':
      return { words: t('stage.breakout.delete.ask', roomName(state, ask.room)), yes: t('stage.breakout.delete.yes'), box: null, messages: () => [{ type: 'breakout-delete', room: ask.room }] };
    case 'end':
      return { words: t('stage.end.ask'), yes: t('stage.end.yes'), box: null, messages: () => [{ type: 'end-meeting' }] };
  }
}
