/**
 * What a page knows of reminders.
 * @typedef {{event: string, title: string, start: string, words: string, meeting: string}} Reminder
 */

/** @param {Reminder} reminder */
export const keyOf = (reminder) => `${reminder.event} ${reminder.start}`;

const MINUTE = 60_000;

/**
 * Minutes until it begins, for the words of a reminder; 0 when it has begun.
 * @param {Reminder} reminder @param {number} now
 */
export function minutesLeft(reminder, now) {
  return Math.max(0, Math.ceil((new Date(reminder.start).getTime() - now) / MINUTE));
}

/** Those that were not shown before. @param {Reminder[]} all @param {Set<string>} shown */
export function fresh(all, shown) {
  return all.filter((one) => !shown.has(keyOf(one)));
}
