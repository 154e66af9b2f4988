import type { Language } from '@sheber/contract/words'

// Chromium carries no Kazakh calendar ("2026 M11 23"), so the months are ours.
export const kazakhMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ')

const pad = (n: number) => String(n).padStart(2, '0')
const clock = (at: Date) => `${pad(at.getHours())}:${pad(at.getMinutes())}`

const longDay = (language: Language, at: Date) =>
  language === 'kk'
    ? `${at.getFullYear()} ж. ${at.getDate()} ${kazakhMonths[at.getMonth()] ?? ''}`
    : new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'ru', { day: 'numeric', month: 'long', year: 'numeric' })
        .format(at)
        // A day ends sentences too, and those have a full stop of their own.
        .replace(/\sг\.$/, '')

const units = [
  { unit: 'day', ms: 86_400_000, kk: 'күн' },
  { unit: 'hour', ms: 3_600_000, kk: 'сағат' },
  { unit: 'minute', ms: 60_000, kk: 'минут' },
] as const

const now = { kk: 'жаңа ғана', ru: 'только что', en: 'just now' }

/** Moments as people of this language write them, in the time zone of the device. `at` is ISO 8601. */
export const moments = (language: Language) => ({
  /** `23 ноября 2026` */
  day: (at: string) => longDay(language, new Date(at)),
  /** `23 ноября 2026, 21:05` */
  minute: (at: string) => `${longDay(language, new Date(at))}, ${clock(new Date(at))}`,
  /** `2 часа назад`; after a week the day itself. */
  ago: (at: string, asOf: Date) => {
    const passedMs = asOf.getTime() - new Date(at).getTime()
    if (passedMs >= 7 * 86_400_000) return longDay(language, new Date(at))
    const size = units.find(({ ms }) => passedMs >= ms)
    if (!size) return now[language]
    const n = Math.floor(passedMs / size.ms)
    return language === 'kk' ? `${n} ${size.kk} бұрын` : new Intl.RelativeTimeFormat(language).format(-n, size.unit)
  },
})
