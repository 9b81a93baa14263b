/**
 * A poll's result as CSV (RFC 4180). Pure.
 *
 * @import { Poll, Vote } from '../protocol/poll.js'
 * @param {Poll} poll
 * @param {readonly Vote[]} votes empty for an anonymous poll
 * @param {{option: string, votes: string, voters: string, name: string, choice: string}} words
 * @param {string} separator
 */
export function pollCsv(poll, votes, words, separator) {
  const rows = [
    [poll.question],
    [words.option, words.votes],
    ...poll.options.map((option, i) => [option, String(poll.votes[i])]),
    [words.voters, String(poll.voters)],
    ...(votes.length > 0 ? [[], [words.name, words.choice], ...votes.map((vote) => [vote.name, vote.choices.map((i) => poll.options[i]).join(' | ')])] : []),
  ];
  // the mark tells spreadsheets that this is UTF-8
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(cell)).join(separator)).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is made a text. @param {string} cell */
function quoted(cell) {
  const harmless = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}
