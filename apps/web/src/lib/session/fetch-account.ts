/** A step of its own between the page and the menu: SvelteKit names in a page the styles of whatever it fetches directly. */
export const fetchAccount = async () => (await import('./Account.svelte')).default
