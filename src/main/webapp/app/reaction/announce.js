import { nameOf } from '../state/people.js';
import { isNextNow, queue } from './slice.js';

/**
 * Makes hands and reactions noticed: a sound, and a short notice.
 *
 * @import { Attention } from '../platform/attention.js'
 * @import { Session } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Hands, HandStore } from './slice.js'
 */

/** @param {{store: HandStore, session: Pick<Session<HandStore['state']>, 'onMessage'>, play: (sound: string) => void, attention: Attention, t: Translate}} parts */
export function announceHands({ store, session, play, attention, t }) {
  session.onMessage((message, before) => {
    const { people, rules } = store.state;
    switch (message.type) {
      case 'hand-changed':
        return changed(before.hands);
      case 'reacted':
        return message.participant !== people.self && rules.on.includes('reaction-sounds') ? play('reaction') : undefined;
      case 'not-stored':
        return /^lower-/.test(message.about) ? store.dispatch({ type: 'notice', text: 'stage.hand.unavailable', kind: 'warning' }) : undefined;
      default:
        return undefined;
    }
  });

  /** @param {Hands} before */
  function changed(before) {
    const { hands, people, stay } = store.state;
    const { self, participants } = people;
    const added = hands.find((hand) => hand.participant !== self && !before.some((b) => b.participant === hand.participant));
    if (added) {
      play('hand');
      const name = nameOf(store.state, added.participant);
      if (name) store.dispatch({ type: 'notice', text: 'stage.hand.notice', values: [name] });
    }
    const [front] = queue(hands, participants);
    if (front?.id !== self || !isNextNow(before, hands, self)) return;
    store.dispatch({ type: 'notice', text: 'stage.hand.next', kind: 'good' });
    attention.call({ title: stay.meeting.name, body: t('stage.hand.next'), tag: 'plenum-hand' });
  }
}
