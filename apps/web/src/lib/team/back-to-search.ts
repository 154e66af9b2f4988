/** The button that was pressed is gone with its row: the keyboard goes on at the search, for the next name. */
export const backToSearch = () => document.querySelector<HTMLInputElement>('input[name="sought"]')?.focus()
