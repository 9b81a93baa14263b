/**
 * How good a connection is, from two looks at its counters. Pure.
 *
 * @typedef {'good' | 'fair' | 'poor'} Quality
 * @typedef {object} Counters
 * @property {number} received
 * @property {number} lost
 * @property {number} frozen seconds of frozen pictures
 * @property {number} repeated how often packets were asked for again
 * @property {number} needed seconds that all pictures together would have waited for the network's sake alone
 * @property {number} shown pictures
 * @property {number} roundTrip in seconds
 */

/** @param {Iterable<any>} report of getStats @returns {Counters} */
export function counters(report) {
  const sum = { received: 0, lost: 0, frozen: 0, repeated: 0, needed: 0, shown: 0, roundTrip: 0 };
  for (const entry of report) {
    if (entry.type === 'inbound-rtp') {
      sum.received += entry.packetsReceived ?? 0;
      sum.lost += entry.packetsLost ?? 0;
      sum.frozen += entry.totalFreezesDuration ?? 0;
      sum.repeated += entry.nackCount ?? 0;
      if (entry.kind === 'video') {
        sum.needed += entry.jitterBufferMinimumDelay ?? 0;
        sum.shown += entry.jitterBufferEmittedCount ?? 0;
      }
    } else if (entry.type === 'remote-inbound-rtp') {
      sum.lost += entry.packetsLost ?? 0;
      sum.roundTrip = Math.max(sum.roundTrip, entry.roundTripTime ?? 0);
    } else if (entry.type === 'outbound-rtp') {
      sum.received += entry.packetsSent ?? 0;
    } else if (entry.type === 'candidate-pair' && entry.nominated) {
      sum.roundTrip = Math.max(sum.roundTrip, entry.currentRoundTripTime ?? 0);
    }
  }
  return sum;
}

/** The difference of two samples; the round trip is the current one. @param {Counters} before @param {Counters} now @returns {Counters} */
export function since(before, now) {
  return {
    received: Math.max(0, now.received - before.received),
    lost: Math.max(0, now.lost - before.lost),
    frozen: now.frozen - before.frozen,
    repeated: now.repeated - before.repeated,
    needed: now.needed - before.needed,
    shown: now.shown - before.shown,
    roundTrip: now.roundTrip,
  };
}

/**
 * @param {Counters} before
 * @param {Counters} now
 * @returns {Quality}
 */
export function quality(before, now) {
  const { lost, received, frozen, roundTrip } = since(before, now);
  const share = lost / Math.max(1, lost + received);
  if (share > 0.08 || roundTrip > 0.8 || frozen > 1) return 'poor';
  return share > 0.02 || roundTrip > 0.35 || frozen > 0.2 ? 'fair' : 'good';
}
