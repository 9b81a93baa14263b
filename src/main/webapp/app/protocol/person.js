/**
 * The socket of whoever is signed in. As docs/protocol/person.md has it. Types only.
 *
 * @typedef {{event: string, title: string, start: string, words: string, meeting: string}} Reminder
 * @typedef {{event: string, start: string, end: string, time: string, title: string, meeting: string}} TodayEvent
 * @typedef {{type: 'seen', event: string, start: string}} Seen
 * @typedef {Seen} PersonAsk
 * @typedef {Seen
 *   | {type: 'reminders', list: Reminder[]}
 *   | {type: 'today', events: TodayEvent[], until: string}} PersonTold
 */

export {};
