/**
 * The findings of a check, line by line, with advice. Pure.
 *
 * @import { CheckResult } from './check-run.js'
 * @import { Way } from './ways.js'
 * @typedef {'good' | 'fair' | 'bad' | 'none'} Verdict `none`: not known yet, or no fault
 * @typedef {'browser' | 'socket' | 'server' | 'udp' | 'tcp' | 'relay' | 'path' | 'up' | 'down' | 'loss' | 'round-trip' | 'microphone' | 'camera' | 'speaker' | 'share'} Topic
 * @typedef {{topic: Topic, verdict: Verdict, value: string, values: Array<string | number>, advice: string | null}} Finding
 *   `value` and `advice` are the ends of keys; `values` are put into the value's text
 */

/** More than the measurement lets through is not known. */
const CEILING = 2600;

/** Less than this is little, even if more might go through. */
const SLOW_START = 100;

/** @param {CheckResult} result @returns {Finding[]} */
export function findings(result) {
  return [browser(result), ...socket(result), ...ways(result), ...measured(result)];
}

/** @param {CheckResult} result @returns {Finding} */
function browser({ secure, webrtc }) {
  if (!webrtc) return finding('browser', 'bad', 'no-webrtc', 'no-webrtc');
  return secure ? finding('browser', 'good', 'supported') : finding('browser', 'bad', 'insecure', 'insecure');
}

/** @param {CheckResult} result @returns {Finding[]} */
function socket({ socket: state, socketMillis, mediaServer }) {
  const server = finding('server', 'bad', 'missing', 'server');
  switch (state) {
    case 'unknown':
      return [finding('socket', 'none', 'unknown')];
    case 'open':
      return [finding('socket', 'good', socketMillis ? 'open-in' : 'open', null, [socketMillis]), ...(mediaServer === 'missing' ? [server] : [])];
    case 'blocked':
      return [finding('socket', 'bad', 'blocked', 'socket')];
    default:
      return [finding('socket', 'none', 'busy', state)];
  }
}

/** @param {CheckResult} result @returns {Finding[]} */
function ways({ webrtc, socket: state, mediaServer, ways: all }) {
  if (!webrtc || mediaServer === 'missing' || (state !== 'unknown' && state !== 'open')) return [];
  const states = Object.values(all);
  const isDone = states.every((one) => one !== 'unknown');
  const works = states.includes('open');
  return /** @type {Way[]} */ (['udp', 'tcp', 'relay']).map((way) => {
    const one = all[way];
    if (one === 'open') return finding(way, 'good', 'open');
    if (one !== 'blocked') return finding(way, 'none', one);
    if (isDone && !works) return finding(way, 'bad', 'blocked', way === 'udp' ? 'all-blocked' : null);
    return finding(way, 'fair', 'blocked', way === 'udp' && works ? 'udp-blocked' : null);
  });
}

/** @param {CheckResult} result @returns {Finding[]} */
function measured({ measured: link }) {
  if (!link) return [];
  return [
    finding('path', link.path === 'udp' ? 'good' : 'fair', `path.${link.path}`),
    link.limited ? rate('up', link.up, 400) : atLeast('up', link.up),
    link.limited ? rate('down', link.down, 500) : atLeast('down', link.down),
    measure('loss', link.lost, [20, 80], 'percent', round(link.lost / 10)),
    measure('round-trip', link.roundTrip, [150, 350], 'millis', link.roundTrip),
  ];
}

/** @param {'up' | 'down'} topic @param {number} kbps @param {number} least */
function rate(topic, kbps, least) {
  const verdict = kbps >= 1500 ? 'good' : kbps >= least ? 'fair' : 'bad';
  return finding(topic, verdict, kbps >= CEILING ? 'rate-least' : 'rate', verdict === 'good' ? null : topic, [round(kbps / 1000)]);
}

/** @param {'up' | 'down'} topic @param {number} kbps */
function atLeast(topic, kbps) {
  const enough = kbps >= SLOW_START;
  return finding(topic, enough ? 'good' : 'fair', 'rate-least', enough ? null : topic, [round(kbps / 1000)]);
}

/** @param {'loss' | 'round-trip'} topic @param {number} size @param {[number, number]} limits @param {string} value @param {number} shown */
function measure(topic, size, [good, fair], value, shown) {
  const verdict = size <= good ? 'good' : size <= fair ? 'fair' : 'bad';
  return finding(topic, verdict, value, verdict === 'good' ? null : topic, [shown]);
}

/**
 * @param {Topic} topic
 * @param {Verdict} verdict
 * @param {string} value
 * @param {string | null} [advice]
 * @param {Array<string | number>} [values]
 * @returns {Finding}
 */
export function finding(topic, verdict, value, advice = null, values = []) {
  return { topic, verdict, value, values, advice };
}

/** @param {number} number */
function round(number) {
  return Math.round(number * 10) / 10;
}

/** In one word: whether a meeting will work. @param {readonly Finding[]} all @returns {Verdict} */
export function verdictOf(all) {
  if (all.some((one) => one.verdict === 'bad')) return 'bad';
  if (all.some((one) => one.verdict === 'fair')) return 'fair';
  return all.some((one) => one.topic === 'path') ? 'good' : 'none';
}
