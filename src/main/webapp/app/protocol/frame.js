/**
 * A frame from the server has one message, or a list of those that waited while an earlier frame went out.
 *
 * @import { ServerMessage } from './messages.js'
 */

/** @param {string} text @returns {ServerMessage[]} in their order */
export function messagesIn(text) {
  return [JSON.parse(text)].flat();
}
