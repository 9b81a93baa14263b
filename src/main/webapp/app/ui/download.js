/** Gives the reader a file that was made in the page. @param {string} name @param {string} type @param {string | Blob} content */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type: typeof content === 'string' ? `${type};charset=utf-8` : type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file name that every system takes. @param {string[]} parts */
export function fileName(...parts) {
  return parts.map((part) => part.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 60)).filter(Boolean).join('-');
}
