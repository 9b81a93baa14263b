/**
 * Getting in, and who else wants to. Pure.
 *
 * @import { DeviceLink, Knock } from '../protocol/door.js'
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { News } from '../state/notices.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {object} Door
 * @property {'needed' | 'wrong' | null} password what the door says about it, before one is in
 * @property {'lobby' | 'moderator' | null} waiting for what
 * @property {readonly Knock[]} knocking who wants to come in; moderators are told
 * @property {DeviceLink | null} deviceLink the latest link for a second device
 * @typedef {{type: 'server', message: ServerMessage}} DoorAction
 * @typedef {Shared & {door: Door}} DoorView what views of this topic look at
 * @typedef {StoreOf<DoorView, SharedAction | DoorAction>} DoorStore
 */

export const doorSlice = {
  initial: /** @type {Door} */ ({ password: null, waiting: null, knocking: [], deviceLink: null }),

  /** @param {Door} door @param {DoorAction} action @returns {Door} */
  reduce(door, action) {
    return action.type === 'server' ? fromServer(door, action.message) : door;
  },

  /** @param {Door} _before @param {Door} _now @param {DoorAction} action @returns {readonly News[]} */
  news(_before, _now, action) {
    if (action.type !== 'server' || action.message.type !== 'failed' || action.message.about !== 'link-device') return [];
    if (action.message.code === 'too-many') return [{ text: 'stage.device-link.too-many', kind: 'warning' }];
    return action.message.code === 'forbidden' ? [{ text: 'stage.device-link.locked', kind: 'warning' }] : [];
  },
};

/** @param {Door} door @param {ServerMessage} message @returns {Door} */
function fromServer(door, message) {
  switch (message.type) {
    case 'welcome':
      return { ...door, password: null, waiting: null, knocking: [] };
    case 'waiting':
      return { ...door, waiting: message.reason, password: null };
    case 'knocking':
      return { ...door, knocking: message.people };
    case 'refused':
      return { ...door, password: passwordAfter(message.reason), waiting: null, knocking: [] };
    case 'device-link':
      return { ...door, deviceLink: message };
    default:
      return door;
  }
}

/** @param {string} reason @returns {Door['password']} */
function passwordAfter(reason) {
  if (reason === 'password-needed') return 'needed';
  return reason === 'wrong-password' ? 'wrong' : null;
}

/** The knocks that are new. @param {readonly Knock[]} before @param {readonly Knock[]} now */
export function newKnocks(before, now) {
  const known = new Set(before.map((knock) => knock.id));
  return now.filter((knock) => !known.has(knock.id));
}
