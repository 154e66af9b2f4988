/** One spelling for one name: `й` typed on a Mac and on Windows is the same letter afterwards. */
export const cleanName = (name: string): string => name.normalize('NFC')

// Kazakh order holds the Russian one, and puts Ә after А instead of after Я.
const collator = new Intl.Collator('kk', { numeric: true })

/** By name, in the order of the alphabet, whatever the database's own collation is. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number => collator.compare(a.name, b.name)
