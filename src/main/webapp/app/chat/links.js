/**
 * Finds what may be a link in a text. Only addresses that open a page or a letter: nothing that could run. Pure.
 *
 * @typedef {{text: string, href?: string, host?: string}} Segment `host`: the address in truth, where it does not look like it
 */

const CANDIDATE = /\b(?:https?:\/\/|mailto:)[^\s<>"'`{}|\\^\u00AB\u00BB\u201C-\u201F]+/giu;
const TRAILING = /[.,;:!?)\]*_~]$/u;
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** @param {string} text @returns {Segment[]} whose texts are the whole text */
export function segments(text) {
  /** @type {Segment[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const words = withoutTrailing(match[0]);
    const link = linkOf(words);
    if (!link) continue;
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: words, ...link });
    end = match.index + words.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

/** A full stop after an address ends the sentence, a bracket only when it was opened before it. @param {string} words */
function withoutTrailing(words) {
  let kept = words;
  while (TRAILING.test(kept)) {
    if (kept.endsWith(')') && count(kept, '(') >= count(kept, ')')) break;
    kept = kept.slice(0, -1);
  }
  return kept;
}

/** @param {string} text @param {string} character */
function count(text, character) {
  return text.split(character).length - 1;
}

/** @param {string} words @returns {{href: string, host?: string} | null} */
function linkOf(words) {
  const url = URL.canParse(words) ? new URL(words) : null;
  if (!url || !SCHEMES.has(url.protocol)) return null;
  if (url.protocol === 'mailto:') return /^[^\s@]+@[^\s@]+$/u.test(decoded(url.pathname)) ? { href: url.href } : null;
  // somebody@host looks like another host than it is
  if (url.username || url.password || !url.hostname) return null;
  const shown = words.replace(/^https?:\/\//iu, '').split(/[/?#:]/u, 1)[0].toLowerCase();
  return shown === url.hostname ? { href: url.href } : { href: url.href, host: url.hostname };
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

const JUMBO = /^(?:\p{RGI_Emoji}\s*){1,3}$/v;

/** Whether a text is nothing but a few emoji. @param {string} text */
export function isOnlyEmoji(text) {
  return text.length < 40 && JUMBO.test(text);
}
