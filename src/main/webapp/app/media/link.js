/**
 * How good the way between a tab and the media server is, from the reports of its peer connections. Pure.
 *
 * @import { Quality } from './stats.js'
 * @import { LinkPath, LinkQuality } from '../protocol/stream.js'
 * @typedef {object} Totals what has been counted so far, over all connections
 * @property {number} at milliseconds
 * @property {number} sentBytes
 * @property {number} receivedBytes
 * @property {number} sent packets
 * @property {number} received
 * @property {number} lostUp
 * @property {number} lostDown
 * @property {number} roundTrip milliseconds, of the slowest connection
 * @property {number} height of the largest picture that is sent
 * @property {LinkPath} path
 */

/** From good to bad. @type {readonly LinkPath[]} */
const PATHS = ['none', 'udp', 'tcp', 'relay'];

/** @param {number} at @returns {Totals} */
export function nothing(at) {
  return { at, sentBytes: 0, receivedBytes: 0, sent: 0, received: 0, lostUp: 0, lostDown: 0, roundTrip: 0, height: 0, path: 'none' };
}

/** Adds what one connection reports. @param {Totals} totals @param {ReadonlyMap<string, any>} report of getStats */
export function add(totals, report) {
  for (const entry of report.values()) {
    switch (entry.type) {
      case 'outbound-rtp':
        totals.sentBytes += entry.bytesSent ?? 0;
        totals.sent += entry.packetsSent ?? 0;
        // a size that rests keeps its last height
        if (entry.kind === 'video' && (entry.framesPerSecond ?? 1) > 0) totals.height = Math.max(totals.height, entry.frameHeight ?? 0);
        break;
      case 'inbound-rtp':
        totals.receivedBytes += entry.bytesReceived ?? 0;
        totals.received += entry.packetsReceived ?? 0;
        totals.lostDown += entry.packetsLost ?? 0;
        break;
      case 'remote-inbound-rtp':
        totals.lostUp += entry.packetsLost ?? 0;
        break;
      default:
    }
  }
  const pair = chosenPair(report);
  if (!pair) return;
  totals.roundTrip = Math.max(totals.roundTrip, Math.round((pair.currentRoundTripTime ?? 0) * 1000));
  const path = pathOf(report.get(pair.localCandidateId), report.get(pair.remoteCandidateId));
  if (PATHS.indexOf(path) > PATHS.indexOf(totals.path)) totals.path = path;
}

/** The pair of candidates that media take. @param {ReadonlyMap<string, any>} report @returns {any} */
export function chosenPair(report) {
  const entries = [...report.values()];
  const chosen = entries.find((entry) => entry.type === 'transport' && entry.selectedCandidatePairId);
  if (chosen) return report.get(chosen.selectedCandidatePairId);
  return entries.find((entry) => entry.type === 'candidate-pair' && entry.state === 'succeeded' && (entry.selected || entry.nominated));
}

/** @param {any} local @param {any} remote @returns {LinkPath} */
export function pathOf(local, remote) {
  if (local?.candidateType === 'relay' || remote?.candidateType === 'relay') return 'relay';
  return local?.protocol === 'tcp' || remote?.protocol === 'tcp' ? 'tcp' : 'udp';
}

/** @param {Totals} before @param {Totals} now @returns {LinkQuality} */
export function between(before, now) {
  const seconds = Math.max(0.1, (now.at - before.at) / 1000);
  const grown = (/** @type {'sentBytes' | 'receivedBytes' | 'sent' | 'received' | 'lostUp' | 'lostDown'} */ what) => Math.max(0, now[what] - before[what]);
  const rate = (/** @type {number} */ bytes) => Math.min(1_000_000, Math.round((bytes * 8) / 1000 / seconds));
  const share = (/** @type {number} */ lost, /** @type {number} */ all) => (all > 0 ? Math.min(1000, Math.round((lost * 1000) / all)) : 0);
  return {
    path: now.path,
    roundTrip: Math.min(60_000, now.roundTrip),
    lostUp: share(grown('lostUp'), grown('sent')),
    lostDown: share(grown('lostDown'), grown('lostDown') + grown('received')),
    up: rate(grown('sentBytes')),
    down: rate(grown('receivedBytes')),
    height: Math.min(8640, Math.round(now.height)),
  };
}

/** Whether somebody who knows the one should be told the other. @param {LinkQuality | null} told @param {LinkQuality} now */
export function differs(told, now) {
  if (!told) return true;
  const moved = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ least) => Math.abs(a - b) > Math.max(least, 0.25 * Math.max(a, b));
  return (
    told.path !== now.path ||
    told.height !== now.height ||
    moved(told.roundTrip, now.roundTrip, 30) ||
    moved(told.lostUp, now.lostUp, 10) ||
    moved(told.lostDown, now.lostDown, 10) ||
    moved(told.up, now.up, 150) ||
    moved(told.down, now.down, 150)
  );
}

/** @param {LinkQuality | undefined} link @returns {Quality | undefined} */
export function grade(link) {
  if (!link) return undefined;
  const lost = Math.max(link.lostUp, link.lostDown);
  if (lost > 80 || link.roundTrip > 800) return 'poor';
  return lost > 20 || link.roundTrip > 350 ? 'fair' : 'good';
}

/** @param {Quality | undefined} one @param {Quality | undefined} other @returns {Quality | undefined} */
export function worse(one, other) {
  if (one === 'poor' || other === 'poor') return 'poor';
  return one === 'fair' || other === 'fair' ? 'fair' : (one ?? other);
}

/**
 * The troubles of a participant's connection, the worst first.
 *
 * @typedef {'blocked' | 'unsupported' | 'lost-up' | 'lost-down' | 'slow' | 'detour' | 'small'} LinkTrouble
 * @param {LinkQuality | undefined} link
 * @param {'fine' | 'blocked' | 'unsupported'} reach
 * @param {boolean} camera is on
 * @returns {LinkTrouble[]}
 */
export function troublesOf(link, reach, camera) {
  if (reach !== 'fine') return [reach];
  if (!link) return [];
  /** @type {Array<LinkTrouble | false>} */
  const all = [
    link.lostUp > 20 && 'lost-up',
    link.lostDown > 20 && 'lost-down',
    link.roundTrip > 350 && 'slow',
    (link.path === 'tcp' || link.path === 'relay') && 'detour',
    camera && link.height > 0 && link.height < 180 && link.up < 200 && 'small',
  ];
  return all.filter((one) => one !== false);
}
