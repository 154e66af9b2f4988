/** A title that stands in «quotes», with its own quotes as Kazakh and Russian write them within others. */
export const quoted = (words: string): string => `«${words.replaceAll('«', '„').replaceAll('»', '“')}»`
