/**
 * The moderation desk. As docs/protocol/desk.md has it. Types only.
 *
 * @typedef {{type: 'open-desk'}} DeskAsk
 * @typedef {{type: 'desk-ticket', ticket: string, seconds: number}} DeskTold
 */

export {};
