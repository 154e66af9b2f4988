/** Each language by its own name, for selects. */
export const languageOptions = [
  { value: 'kk', label: 'Қазақша' },
  { value: 'ru', label: 'Русский' },
  { value: 'en', label: 'English' },
]
