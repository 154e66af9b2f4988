/** 20,000 words in 200 paragraphs, the same for everybody: of the length that Kazakh and Russian words have. */
export const paragraphs: readonly string[] = (() => {
  const known = ['қанат', 'құрастыру', 'планёр', 'испытание', 'ұшақ', 'мы', 'проверили', 'секунд', 'және', 'крыло', 'бальза', 'чертёж']
  return Array.from({ length: 200 }, (_, at) => {
    const words = Array.from({ length: 100 }, (_, n) => known[(at * 7 + n * 5 + ((n * n) % 11)) % known.length])
    return `${at + 1}. ${words.slice(1).join(' ')}.`
  })
})()
