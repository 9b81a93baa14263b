import { ownRoom } from '../state/people.js';

/**
 * Raised hands, in the order of raising. Pure.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Hand } from '../protocol/reaction.js'
 * @import { Participant } from '../protocol/session.js'
 * @import { Context } from '../state/slice.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {readonly Hand[]} Hands of those in one's own room
 * @typedef {{type: 'server', message: ServerMessage}} HandAction
 * @typedef {StoreOf<Shared & {hands: Hands}, SharedAction | HandAction>} HandStore
 */

export const handsSlice = {
  initial: /** @type {Hands} */ ([]),

  /** In another room there are other hands. @param {Hands} hands @param {HandAction} action @param {Context} context @returns {Hands} */
  reduce(hands, action, context) {
    if (action.type !== 'server') return hands;
    const room = ownRoom(context);
    return room === ownRoom(context.before) ? fromServer(hands, action.message, room) : [];
  },
};

/** @param {Hands} hands @param {ServerMessage} message @param {string | null} room one's own @returns {Hands} */
function fromServer(hands, message, room) {
  switch (message.type) {
    case 'hands':
      return sorted(message.hands);
    case 'hand-changed': {
      const others = hands.filter((hand) => hand.participant !== message.participant);
      const { participant, since } = message;
      if (since === undefined || since === null) return others.length === hands.length ? hands : others;
      return sorted([...others, { participant, since }]);
    }
    case 'participant-left':
      return without(hands, message.participant);
    case 'participant-changed':
      return (message.participant.room ?? null) === room ? hands : without(hands, message.participant.id);
    default:
      return hands;
  }
}

/** @param {Hands} hands @param {string} participant */
function without(hands, participant) {
  return hands.some((hand) => hand.participant === participant) ? hands.filter((hand) => hand.participant !== participant) : hands;
}

/** The same order for everybody. @param {Hands} hands */
function sorted(hands) {
  return [...hands].sort((a, b) => a.since - b.since || (a.participant < b.participant ? -1 : 1));
}

/** The raised hands of present participants, in the order of raising. @param {Hands} hands @param {readonly Participant[]} participants */
export function queue(hands, participants) {
  return hands.flatMap((hand) => participants.filter((p) => p.id === hand.participant));
}

/** From 1; 0 when the hand is down. @param {Hands} hands @param {string | null} participant */
export function positionOf(hands, participant) {
  return hands.findIndex((hand) => hand.participant === participant) + 1;
}

/** Whether somebody has just come to the front. @param {Hands} before @param {Hands} now @param {string | null} self */
export function isNextNow(before, now, self) {
  return positionOf(before, self) > 1 && positionOf(now, self) === 1;
}
