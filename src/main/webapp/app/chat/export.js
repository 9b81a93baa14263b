/**
 * The chat as a text file. Pure.
 *
 * @import { ChatEntry } from '../protocol/chat.js'
 * @param {string} title
 * @param {readonly ChatEntry[]} entries
 * @param {{time(at: number): string, toOne(name: string): string, removed: string}} words
 */
export function chatText(title, entries, words) {
  const texts = new Map(entries.map((entry) => [entry.id, entry.text]));
  const removed = `(${words.removed})`;
  const lines = entries.map((entry) => {
    const { quote } = entry;
    const to = entry.toName ? ` ${words.toOne(entry.toName)}` : '';
    const quoted = quote ? `${indented(`${quote.name}: ${(texts.get(quote.id) ?? quote.text) || removed}`, '  > ')}\n` : '';
    return `[${words.time(entry.sentAt)}] ${entry.name}${to}:\n${quoted}${indented(entry.removed ? removed : entry.text)}\n`;
  });
  return `${title}\n\n${lines.join('\n')}`;
}

/** @param {string} text @param {string} [by] */
function indented(text, by = '  ') {
  return text
    .split('\n')
    .map((line) => `${by}${line}`)
    .join('\n');
}
