/** `auto` follows the device. A choice belongs to the device, not to the person: laptops are shared. */
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const readTheme = (said: string | undefined): Theme => themes.find((theme) => theme === said) ?? 'auto'
