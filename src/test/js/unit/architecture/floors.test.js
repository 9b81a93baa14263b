import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/**
 * Which folder of the browser code may import which: each only from floors below its own, folders of one floor not from one another. A
 * folder that stands here nowhere may import nothing and be imported by nobody. Imports of types count like any others.
 */
const FLOORS = [
  ['main.js'],
  ['stage'],
  ['account', 'admin', 'breakout', 'calendar', 'chat', 'check', 'create', 'desk', 'door', 'drive', 'farewell', 'ink', 'moderation', 'person', 'poll', 'prejoin', 'push', 'reaction', 'recording', 'secrecy', 'settings', 'timer', 'whiteboard'],
  ['devices', 'session'],
  ['state'],
  ['cipher', 'media', 'sound'],
  ['platform', 'protocol', 'ui'],
];

const APP = fileURLToPath(new URL('../../../../main/webapp/app/', import.meta.url));
/** By statement, by `import()`, and by the two ways of JSDoc. */
const IMPORTS = [/^(?:import|export)\b[^'";]*?from\s*['"](\.[^'"]+)['"]/gm, /^import\s*['"](\.[^'"]+)['"]/gm, /\bimport\(['"](\.[^'"]+)['"]\)/g, /@import\b[^'"]*?from\s*['"](\.[^'"]+)['"]/g];

/** @param {string} folder @returns {string[]} */
function modulesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
}

/** @param {string} from @param {string} source @returns {string[]} */
function importsOf(from, source) {
  return IMPORTS.flatMap((pattern) => [...source.matchAll(pattern)].map((found) => relative(APP, resolve(APP, dirname(from), found[1]))));
}

/** @param {string} path */
const folderOf = (path) => path.split(sep)[0];
/** @param {string} folder */
const floorOf = (folder) => FLOORS.findIndex((floor) => floor.includes(folder));

/** What is wrong with an import, if anything. @param {string} from @param {string} to */
function wrong(from, to) {
  const [above, below] = [folderOf(from), folderOf(to)];
  if (above === below) return null;
  if (floorOf(above) < 0) return `${above} has no floor`;
  if (floorOf(below) < 0) return `${below} has no floor`;
  return floorOf(above) < floorOf(below) ? null : `${from} imports ${to}`;
}

const graph = new Map(modulesIn(APP).map((path) => [path, importsOf(path, readFileSync(APP + path, 'utf8'))]));

test('each folder imports from lower floors only', () => {
  const found = [...graph].flatMap(([from, imports]) => imports.map((to) => wrong(from, to))).filter((one) => one !== null);
  assert.deepEqual([...new Set(found)], []);
});

test('every folder has a floor, and every floor is there', () => {
  assert.deepEqual([...new Set([...graph.keys()].map(folderOf))].sort(), FLOORS.flat().sort());
});

test('no module imports itself by way of others', () => {
  /** @type {Set<string>} */
  const done = new Set();
  /** @param {string} path @param {string[]} way */
  const visit = (path, way) => {
    assert.ok(!way.includes(path), `a circle: ${[...way.slice(way.indexOf(path)), path].join(' > ')}`);
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
});

test('the detectors detect', () => {
  const source = "import { a } from './a.js';\nimport './b.js';\nexport { c } from '../ui/c.js';\n/** @import { D } from '../stage/d.js' */\n/** @type {import('./e.js').E} */\nconst f = () => import('../stage/f.js');\n";
  assert.deepEqual(importsOf('chat/x.js', source).sort(), ['chat/a.js', 'chat/b.js', 'chat/e.js', 'stage/d.js', 'stage/f.js', 'ui/c.js']);
  assert.equal(wrong('chat/x.js', 'ui/c.js'), null);
  assert.equal(wrong('chat/x.js', 'poll/y.js'), 'chat/x.js imports poll/y.js');
  assert.equal(wrong('state/x.js', 'chat/y.js'), 'state/x.js imports chat/y.js');
  assert.equal(wrong('chat/x.js', 'nowhere/y.js'), 'nowhere has no floor');
});
