/**
 * How good a connection is, from two looks at its counters. Pure.
 *
 * @import { Quality } from '../meeting/meeting.js'
 * @typedef {{received: number, lost: number, frozen: number, repeated: number, roundTrip: number}} Counters
 */

/** @param {Iterable<any>} report of getStats @returns {Counters} */
export function counters(report) {
  const sum = { received: 0, lost: 0, frozen: 0, repeated: 0, roundTrip: 0 };
  for (const entry of report) {
    if (entry.type === 'inbound-rtp') {
      sum.received += entry.packetsReceived ?? 0;
      sum.lost += entry.packetsLost ?? 0;
      sum.frozen += entry.totalFreezesDuration ?? 0;
      sum.repeated += entry.nackCount ?? 0;
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

/**
 * @param {Counters} before
 * @param {Counters} now
 * @returns {Quality}
 */
export function quality(before, now) {
  const lost = Math.max(0, now.lost - before.lost);
  const received = Math.max(0, now.received - before.received);
  const share = lost / Math.max(1, lost + received);
  const frozen = now.frozen - before.frozen;
  if (share > 0.08 || now.roundTrip > 0.8 || frozen > 1) return 'poor';
  return share > 0.02 || now.roundTrip > 0.35 || frozen > 0.2 ? 'fair' : 'good';
}
