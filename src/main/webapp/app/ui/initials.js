/** The initials on an avatar. Pure. */

/** @param {string} name @returns {string} one or two characters as people see them */
export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return '?';
  const chosen = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return chosen.map((word) => firstCharacter(word).toLocaleUpperCase()).join('');
}

/** An emoji of several code points is one character. @param {string} word */
function firstCharacter(word) {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word);
  return first?.segment ?? '';
}

/** The same colour for the same name, everywhere. @param {string} name @returns {number} hue */
export function hue(name) {
  let sum = 7;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 3600;
  return (sum * 47) % 360;
}
