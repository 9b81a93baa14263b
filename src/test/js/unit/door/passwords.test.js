import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PasswordKeeper } from '../../../../main/webapp/app/session/passwords.js';

/** @type {Map<string, string>} */
const stored = new Map();
Object.assign(globalThis, {
  sessionStorage: {
    /** @param {string} key */
    getItem: (key) => stored.get(key) ?? null,
    /** @param {string} key @param {string} value */
    setItem: (key, value) => void stored.set(key, value),
    /** @param {string} key */
    removeItem: (key) => void stored.delete(key),
  },
});

test('a password is known to the tab that set it, and to its next page', () => {
  const keeper = new PasswordKeeper('abc');
  keeper.keep('first horse');
  keeper.keep('second horse');
  assert.equal(keeper.read(), 'second horse');
  assert.equal(new PasswordKeeper('abc').read(), 'second horse');
  assert.equal(new PasswordKeeper('xyz').read(), '');
  keeper.keep('');
  assert.equal(keeper.read(), '');
});
