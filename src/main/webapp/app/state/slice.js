/**
 * The parts that a state is made of. Types only.
 *
 * @import { News } from './notices.js'
 * @import { People } from './people.js'
 * @import { Rules } from './rules.js'
 * @import { Stay } from './stay.js'
 *
 * @typedef {{stay: Stay, people: People, rules: Rules}} Basics
 *
 * @typedef {Basics & {before: Basics}} Context what a reducer is told besides its own slice: the basics after the action, and before it
 */

/**
 * One topic's part of the state. Reducers return what they are given when nothing changes.
 *
 * @template S, A
 * @typedef {object} Slice
 * @property {S} initial
 * @property {(slice: S, action: A, context: Context) => S} reduce
 * @property {(before: S, now: S, action: A, context: Context) => readonly News[]} [news] what the reader is told of it
 */

export {};
