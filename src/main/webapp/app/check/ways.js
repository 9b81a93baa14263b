/**
 * The ways through a network that are tried one by one, told apart by their ICE candidates (RFC 8839 section 5.1, RFC 6544 section 4.5). Pure.
 *
 * @typedef {'udp' | 'tcp' | 'relay'} Way
 */

/** @type {readonly Way[]} */
export const WAYS = ['udp', 'tcp', 'relay'];

/** @param {string} candidate @returns {Way | null} the way it belongs to; null: it is none */
export function wayOf(candidate) {
  const words = candidate.replace(/^a=/, '').split(' ');
  if (words.length < 8 || !words[0].startsWith('candidate:')) return null;
  if (words[words.indexOf('typ') + 1] === 'relay') return 'relay';
  return words[2].toLowerCase() === 'tcp' ? 'tcp' : 'udp';
}

/** Whether a candidate of the browser's may be told on this way. @param {Way} way @param {string} candidate */
export function ownFits(way, candidate) {
  return wayOf(candidate) === way;
}

/** Whether a candidate of the server's may be used; a TURN server reaches it over UDP. @param {Way} way @param {string} candidate */
export function serversFits(way, candidate) {
  return wayOf(candidate) === (way === 'relay' ? 'udp' : way);
}

/** @param {string} sdp @returns {string} the same without its candidates: they are handed over one by one */
export function withoutCandidates(sdp) {
  return sdp.replace(/^a=(?:candidate:.*|end-of-candidates)\r?\n/gm, '');
}

/** @param {string} sdp @returns {string[]} */
export function candidatesIn(sdp) {
  return [...sdp.matchAll(/^a=(candidate:.*?)\r?$/gm)].map((found) => found[1]);
}

/** Where the server answers, as far as a firewall is concerned: protocol, address and port. @param {string} candidate */
export function placeOf(candidate) {
  const words = candidate.split(' ');
  return `${words[2].toUpperCase()} ${words[4].includes(':') ? `[${words[4]}]` : words[4]}:${words[5]}`;
}

/** Whether one of the servers relays. @param {ReadonlyArray<{urls: string[]}>} iceServers */
export function hasRelay(iceServers) {
  return iceServers.some(({ urls }) => urls.some((url) => /^turns?:/.test(url)));
}
