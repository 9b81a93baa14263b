/** The valid names, by the server's rules. Pure. */

export const LONGEST_NAME = 80;

/**
 * @param {string} typed
 * @returns {{name: string, problem: null} | {name: null, problem: 'stage.prejoin.name.empty' | 'stage.prejoin.name.long'}}
 */
export function readName(typed) {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '') return { name: null, problem: 'stage.prejoin.name.empty' };
  if (name.length > LONGEST_NAME) return { name: null, problem: 'stage.prejoin.name.long' };
  return { name, problem: null };
}
