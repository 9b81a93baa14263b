/**
 * The chat as a text file. Pure.
 *
 * @import { ChatEntry } from '../protocol/messages.js'
 * @param {string} title
 * @param {readonly ChatEntry[]} entries
 * @param {{time(at: number): string, toOne(name: string): string, removed: string}} words
 */
export function chatText(title, entries, words) {
  const lines = entries.map((entry) => {
    const to = entry.toName ? ` ${words.toOne(entry.toName)}` : '';
    const quote = entry.quote ? `${indented(`> ${entry.quote.name}: ${entry.quote.text}`)}\n` : '';
    return `[${words.time(entry.sentAt)}] ${entry.name}${to}:\n${quote}${indented(entry.removed ? `(${words.removed})` : entry.text)}\n`;
  });
  return `${title}\n\n${lines.join('\n')}`;
}

/** @param {string} text */
function indented(text) {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
