/**
 * Files of a drop or a chooser, with the folders that they are in.
 *
 * @typedef {import('../platform/upload.js').Wish} Wish
 */

const MOST = 10_000;

/** @param {FileList | null} files @returns {Wish[]} */
export function chosen(files) {
  return [...(files ?? [])].slice(0, MOST).map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** @param {DataTransfer} data @returns {Promise<Wish[]>} */
export async function dropped(data) {
  // entries have to be asked for before the event is over
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosen(data.files);
  /** @type {Wish[]} */
  const found = [];
  for (const entry of entries) await walk(entry, '', found);
  return found;
}

/** @param {FileSystemEntry} entry @param {string} path @param {Wish[]} found */
async function walk(entry, path, found) {
  if (found.length >= MOST) return;
  if (entry.isFile) {
    /** @type {File} */
    const file = await new Promise((done, failed) => /** @type {FileSystemFileEntry} */ (entry).file(done, failed));
    found.push({ path: path + entry.name, file });
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (some.length === 0) return;
    for (const inner of some) await walk(inner, `${path}${entry.name}/`, found);
  }
}
