import { mayModerate, self } from '../state/people.js';
import { permits } from '../state/rules.js';

/**
 * The allowed actions on a participant, by the server's rules. Pure.
 *
 * @import { Participant } from '../protocol/session.js'
 * @import { Basics } from '../state/slice.js'
 * @param {Pick<Basics, 'people' | 'rules'>} state
 * @param {Participant} participant
 */
export function actionsOn(state, participant) {
  const { people, rules } = state;
  const me = self(state);
  const moderates = mayModerate(state);
  const own = participant.id === people.self || (participant.deviceOf ?? participant.id) === (me?.deviceOf ?? me?.id);
  const screen = participant.publishing.includes('screen');
  const held = !rules.on.includes('unmute') || !rules.on.includes('camera');
  return {
    rename: participant.id === people.self && permits(state, 'rename'),
    mute: moderates && !own && (participant.microphone || screen),
    stopVideo: moderates && !own && (participant.camera || (screen && participant.role === 'participant')),
    allow: moderates && !own && participant.role === 'participant' && held,
    promote: moderates && participant.role === 'participant',
    demote: moderates && participant.role === 'moderator' && people.participants.filter((p) => p.role !== 'participant' && !p.deviceOf).length > 1,
    spotlight: moderates && rules.spotlight !== participant.id,
    noSpotlight: moderates && rules.spotlight === participant.id,
    beside: moderates && rules.beside !== participant.id,
    notBeside: moderates && rules.beside === participant.id,
    remove: moderates && !own && participant.role !== 'creator',
  };
}
