/** Tells the server in which time zone a new account's owner is, as their browser has it. */
const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('[id="welcome:zone"]'));
for (const field of fields) field.value = timeZone;

export {};
