/**
 * Copies; where the browser has no clipboard for pages, through a selected field.
 *
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** @param {string} text */
function copySelected(text) {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'off-screen';
  // inside an open dialog, or the dialog would take the focus back before the copy
  const host = document.querySelector('dialog[open]') ?? document.getElementById('stage');
  host?.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
