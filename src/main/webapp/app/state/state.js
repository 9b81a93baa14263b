import { mediaSlice } from './media.js';
import { noticesSlice, withNews } from './notices.js';
import { peopleSlice } from './people.js';
import { rulesSlice } from './rules.js';
import { staySlice } from './stay.js';
import { unsentSlice } from './unsent.js';
import { viewSlice } from './view.js';

/**
 * The state of a meeting's page: slices that every topic may look at, and one slice of each topic. Pure.
 *
 * @import { Media, MediaAction } from './media.js'
 * @import { News, NoticeAction, Notices } from './notices.js'
 * @import { PeopleAction } from './people.js'
 * @import { RulesAction } from './rules.js'
 * @import { Basics, Context, Slice } from './slice.js'
 * @import { StayAction } from './stay.js'
 * @import { Item, UnsentAction } from './unsent.js'
 * @import { View, ViewAction } from './view.js'
 *
 * @typedef {Basics & {media: Media, view: View, unsent: readonly Item[], notices: Notices}} Shared
 * @typedef {StayAction | PeopleAction | RulesAction | MediaAction | ViewAction | UnsentAction | NoticeAction} SharedAction
 */

/**
 * @template {Record<string, Slice<any, any>>} T
 * @typedef {Shared & {[K in keyof T]: T[K]['initial']}} StateOf
 */

/**
 * @template {Record<string, Slice<any, any>>} T
 * @typedef {SharedAction | Parameters<T[keyof T]['reduce']>[1]} ActionOf
 */

/**
 * Each reducer gets its own slice, the action, and what everybody may know; none gets the whole.
 *
 * @template {Record<string, Slice<any, any>>} T
 * @param {T} topics
 */
export function stateOf(topics) {
  /** @type {Record<string, Slice<any, any>>} */
  const slices = { media: mediaSlice, view: viewSlice, unsent: unsentSlice, ...topics };
  const all = { stay: staySlice, people: peopleSlice, rules: rulesSlice, notices: noticesSlice, ...slices };
  const initial = /** @type {StateOf<T>} */ (Object.fromEntries(Object.entries(all).map(([name, slice]) => [name, slice.initial])));
  return { initial, reduce };

  /** @param {StateOf<T>} state @param {ActionOf<T>} action @returns {StateOf<T>} */
  function reduce(state, action) {
    const context = contextOf(state, action);
    const { stay, people, rules } = context;
    /** @type {Record<string, unknown>} */
    const next = { stay, people, rules };
    /** @type {News[]} */
    const news = [];
    for (const [name, slice] of Object.entries(slices)) {
      next[name] = slice.reduce(state[name], action, context);
      news.push(...(slice.news?.(state[name], next[name], action, context) ?? []));
    }
    news.push(...basicNews(context, action));
    next.notices = withNews(noticesSlice.reduce(state.notices, /** @type {any} */ (action)), news);
    return Object.keys(next).every((name) => next[name] === state[name]) ? state : /** @type {StateOf<T>} */ (next);
  }
}

/** @param {Basics} state @param {any} action @returns {Context} */
function contextOf({ stay, people, rules }, action) {
  return {
    stay: staySlice.reduce(stay, action),
    people: peopleSlice.reduce(people, action),
    rules: rulesSlice.reduce(rules, action),
    before: { stay, people, rules },
  };
}

/** @param {Context} context @param {any} action @returns {News[]} */
function basicNews({ before, stay, people, rules }, action) {
  return [...staySlice.news(before.stay, stay), ...peopleSlice.news(before.people, people, action), ...rulesSlice.news(before.rules, rules, action, before)];
}
