/**
 * What this tab knows of the meeting's encryption. Pure.
 *
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {object} Secrecy
 * @property {boolean} on whether the meeting is encrypted
 * @property {readonly number[]} pictures four, the same at all who have the same key
 * @property {readonly string[]} members participants who have the present keys; none until this tab has them
 * @property {readonly number[]} shut slots that this tab cannot open
 * @typedef {{type: 'secrecy', secrecy: Partial<Secrecy>}} SecrecyAction
 * @typedef {Shared & {secrecy: Secrecy}} SecrecyView
 * @typedef {StoreOf<SecrecyView, SharedAction | SecrecyAction>} SecrecyStore
 */

export const secrecySlice = {
  initial: /** @type {Secrecy} */ ({ on: false, pictures: [], members: [], shut: [] }),

  /** @param {Secrecy} secrecy @param {SecrecyAction} action @returns {Secrecy} */
  reduce(secrecy, action) {
    return action.type === 'secrecy' ? { ...secrecy, ...action.secrecy } : secrecy;
  },
};
