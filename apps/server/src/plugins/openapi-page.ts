import type { Route } from '@sheber/contract/kit'
import { refusals } from '@sheber/contract/refusal'
import { routes } from '@sheber/contract/routes'
import type { Language } from '@sheber/contract/words'

const words = {
  kk: { title: 'Шебер: бағдарламалық интерфейс', whole: 'Толық сипаттама', given: 'Сұраныс', reply: 'Жауап', no: 'Бас тартулар' },
  ru: { title: 'Шебер: программный интерфейс', whole: 'Полное описание', given: 'Запрос', reply: 'Ответ', no: 'Отказы' },
  en: { title: 'Sheber: programming interface', whole: 'Full description', given: 'Request', reply: 'Reply', no: 'Refusals' },
} as const

const plain = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)

const shown = (schema: unknown) => `<pre>${plain(JSON.stringify(schema, null, 2))}</pre>`

const section = (promise: Route, language: Language) => {
  const w = words[language]
  const given = Object.entries({ params: promise.params, query: promise.query, body: promise.body })
    .filter(([, schema]) => schema)
    .map(([part, schema]) => `<dt>${w.given}: ${part}</dt><dd>${shown(schema)}</dd>`)
  const no = (promise.refusals ?? []).map((code) => `<li><code>${code}</code> ${plain(refusals[code][language])}</li>`)
  return `<details id="${promise.name}">
<summary><b>${promise.method}</b> <code>${plain(promise.path)}</code> ${promise.name}</summary>
<dl>${given.join('')}<dt>${w.reply}</dt><dd>${shown(promise.reply)}</dd>${no.length > 0 ? `<dt>${w.no}</dt><dd><ul>${no.join('')}</ul></dd>` : ''}</dl>
</details>`
}

/** Every promise of the contract on one page, without a script. */
export const openapiPage = (language: Language): string => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${words[language].title}</title>
<link rel="stylesheet" href="/api/style.css">
<h1>${words[language].title}</h1>
<p>${words[language].whole}: <a href="/api/openapi.json">openapi.json</a></p>
${routes.map((promise) => section(promise, language)).join('\n')}
</html>
`

export const openapiStyle = `:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
summary { padding: .25rem 0; cursor: pointer }
pre { overflow-x: auto; padding: .75rem; border-left: 3px solid }
code, pre { font-size: .875rem }
dt { font-weight: bold }
dd { margin: .25rem 0 1rem }
`
