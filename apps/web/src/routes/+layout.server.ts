import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals: { me, language, theme } }) => ({
  person: me?.person ?? null,
  centre: me?.centre ?? { state: 'ready', demo: false, name: '', language },
  position: me?.position ?? 0,
  language,
  theme,
})
