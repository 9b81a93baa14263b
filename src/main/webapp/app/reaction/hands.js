/**
 * Raised hands. Pure.
 *
 * @import { Hand, Participant, ServerMessage } from '../protocol/messages.js'
 * @param {readonly Hand[]} hands
 * @param {ServerMessage} message
 * @param {boolean} [moved] whether oneself is in another room now: then there are other hands
 * @param {string | null} [room] in which one is
 * @returns {readonly Hand[]}
 */
export function handsOf(hands, message, moved = false, room = null) {
  if (moved) return [];
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

/** @param {readonly Hand[]} hands @param {string} participant */
function without(hands, participant) {
  return hands.some((hand) => hand.participant === participant) ? hands.filter((hand) => hand.participant !== participant) : hands;
}

/** The same order for everybody. @param {readonly Hand[]} hands */
function sorted(hands) {
  return [...hands].sort((a, b) => a.since - b.since || (a.participant < b.participant ? -1 : 1));
}

/** Those who are here, in the order of raising. @param {readonly Hand[]} hands @param {readonly Participant[]} participants */
export function queue(hands, participants) {
  return hands.flatMap((hand) => participants.filter((p) => p.id === hand.participant));
}

/** From 1; 0 when the hand is down. @param {readonly Hand[]} hands @param {string | null} participant */
export function positionOf(hands, participant) {
  return hands.findIndex((hand) => hand.participant === participant) + 1;
}

/** Whether somebody has just come to the front. @param {readonly Hand[]} before @param {readonly Hand[]} now @param {string | null} self */
export function isNextNow(before, now, self) {
  return positionOf(before, self) > 1 && positionOf(now, self) === 1;
}
