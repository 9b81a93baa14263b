import { add, between, chosenPair, nothing, pathOf } from '../media/link.js';
import { canConnect } from '../media/reach.js';
import { Attempt, places } from './attempt.js';
import { CheckSocket } from './check-socket.js';
import { Noise } from './noise.js';
import { WAYS, hasRelay, wayOf } from './ways.js';

/**
 * Checks the connection: the socket, each way of media through the network, and how much goes through the first that works.
 *
 * @import { LinkPath, LinkQuality } from '../protocol/stream.js'
 * @import { Totals } from '../media/link.js'
 * @import { Way } from './ways.js'
 * @typedef {'unknown' | 'open' | 'blocked' | 'not-offered'} WayState
 * @typedef {object} Measured
 * @property {LinkPath} path
 * @property {number} roundTrip milliseconds
 * @property {number} lost per mille, in the worse direction
 * @property {number} up kbit/s
 * @property {number} down kbit/s
 * @property {boolean} limited whether the network was what limited the rates, as far as can be seen
 * @typedef {object} CheckResult
 * @property {boolean} secure
 * @property {boolean} webrtc
 * @property {'unknown' | 'open' | 'blocked' | 'throttled' | 'full'} socket
 * @property {number} socketMillis of a ping over it
 * @property {'unknown' | 'there' | 'missing'} mediaServer
 * @property {Record<Way, WayState>} ways
 * @property {Measured | null} measured
 * @property {string[]} places where the media server says that it answers
 */

const OPENS_WITHIN = 6000;
const SERVER_WITHIN = 5000;
const FIRST_WAY_WITHIN = 6000;
const WAY_WITHIN = 4000;
const MEASURED_FOR = 7000;
const LOOK_EVERY = 500;
/** Rates are those of the best second: a measurement begins slowly. */
const WINDOW = 2;
/** Browsers that cannot be told where to begin (Firefox) begin with 0.3 Mbit/s, and send 8 % more each second while nothing is in their way. */
const RISE = 1.15;
/** Looks. */
const RISE_WITHIN = 6;
/** Per mille. */
const NO_LOSS = 5;
/** Milliseconds more than the shortest round trip. */
const NO_QUEUE = 60;

/** @returns {CheckResult} */
export function unknown() {
  return {
    secure: window.isSecureContext,
    webrtc: canConnect(),
    socket: 'unknown',
    socketMillis: 0,
    mediaServer: 'unknown',
    ways: { udp: 'unknown', tcp: 'unknown', relay: 'unknown' },
    measured: null,
    places: [],
  };
}

/**
 * @param {string} address of the check's socket
 * @param {(result: CheckResult) => void} progress told after each step
 * @returns {Promise<CheckResult>}
 */
export async function runCheck(address, progress) {
  const result = unknown();
  const socket = new CheckSocket(address);
  try {
    const ready = await socket.next(['check-ready', 'refused'], OPENS_WITHIN);
    if (ready?.type === 'refused') result.socket = ready.reason === 'full' ? 'full' : 'throttled';
    else result.socket = ready ? 'open' : 'blocked';
    progress(result);
    if (ready?.type !== 'check-ready') return result;
    result.socketMillis = await pinged(socket);
    if (!result.webrtc) return result;
    const reset = await socket.next(['media-reset'], SERVER_WITHIN);
    result.mediaServer = reset?.available ? 'there' : 'missing';
    progress(result);
    if (result.mediaServer === 'there') await tryWays(socket, ready.iceServers, result, progress);
    return result;
  } finally {
    socket.close();
    progress(result);
  }
}

/** The best of three. @param {CheckSocket} socket */
async function pinged(socket) {
  let best = OPENS_WITHIN;
  for (let i = 0; i < 3; i++) {
    const sent = performance.now();
    socket.send({ type: 'ping', sent: Math.round(sent) });
    if (await socket.next(['pong'], SERVER_WITHIN)) best = Math.min(best, performance.now() - sent);
  }
  return Math.max(1, Math.round(best));
}

/** @param {CheckSocket} socket @param {readonly import('../protocol/stream.js').IceServer[]} iceServers @param {CheckResult} result @param {(result: CheckResult) => void} progress */
async function tryWays(socket, iceServers, result, progress) {
  const offered = new Set();
  const noise = new Noise();
  try {
    for (const way of WAYS) {
      if (!isOffered(way, offered, iceServers)) {
        result.ways[way] = 'not-offered';
        progress(result);
        continue;
      }
      const attempt = new Attempt({ socket, way, iceServers, offered });
      try {
        const open = await attempt.publish(noise.track, way === 'udp' ? FIRST_WAY_WITHIN : WAY_WITHIN);
        result.ways[way] = open ? 'open' : 'blocked';
        result.places = places(offered);
        progress(result);
        if (open && !result.measured) result.measured = await measure(attempt);
      } finally {
        attempt.close();
      }
      progress(result);
    }
  } finally {
    noise.close();
  }
}

/** Over which ways a server can be reached is known when it has answered the first offer. @param {Way} way @param {Set<string>} offered @param {ReadonlyArray<{urls: string[]}>} iceServers */
function isOffered(way, offered, iceServers) {
  if (way === 'udp') return true;
  return way === 'tcp' ? [...offered].some((candidate) => wayOf(candidate) === 'tcp') : hasRelay(iceServers);
}

/** @param {Attempt} attempt @returns {Promise<Measured | null>} */
async function measure(attempt) {
  if (!attempt.sender || !(await attempt.receive(WAY_WITHIN)) || !attempt.receiver) return null;
  /** @type {Totals[]} */
  const looks = [];
  const end = performance.now() + MEASURED_FOR;
  /** @type {LinkPath} */
  let path = 'none';
  while (performance.now() < end) {
    const totals = nothing(performance.now());
    for (const peer of [attempt.sender, attempt.receiver]) {
      const report = /** @type {ReadonlyMap<string, any>} */ (await peer.connection.getStats());
      add(totals, report);
      const pair = chosenPair(report);
      if (pair) path = pathOf(report.get(pair.localCandidateId), report.get(pair.remoteCandidateId));
    }
    looks.push(totals);
    await new Promise((resolve) => window.setTimeout(resolve, LOOK_EVERY));
  }
  return summary(looks, path);
}

/**
 * @param {readonly Totals[]} looks
 * @param {LinkPath} path
 * @returns {Measured | null}
 */
export function summary(looks, path) {
  if (looks.length <= WINDOW) return null;
  const whole = between(looks[0], looks[looks.length - 1]);
  const windows = looks.slice(WINDOW).map((now, i) => between(looks[i], now));
  const best = (/** @type {(link: LinkQuality) => number} */ rate) => Math.max(...windows.map(rate));
  const trips = looks.map((look) => look.roundTrip).filter((trip) => trip > 0);
  return {
    path,
    roundTrip: trips.length > 0 ? Math.min(...trips) : 0,
    lost: Math.max(whole.lostUp, whole.lostDown),
    up: best((link) => link.up),
    down: best((link) => link.down),
    limited: !(isRising(windows.map((link) => link.up)) && whole.lostUp <= NO_LOSS && Math.max(...trips) <= Math.min(...trips) + NO_QUEUE),
  };
}

/** Whether it was still growing when the time was over. @param {readonly number[]} rates */
function isRising(rates) {
  const before = rates[rates.length - 1 - RISE_WITHIN];
  return before > 0 && rates[rates.length - 1] >= RISE * before;
}
