import type { Unit } from '@sheber/document/thing'
import { counter } from '../../words/plural.ts'
import type { TroubleName } from './mesh.ts'

const count = counter('ru')

const units: Record<Unit, string> = { mm: 'мм', cm: 'см', m: 'м', inch: 'дюймы' }

const trouble: Record<TroubleName, string> = {
  broken: 'Модель повреждена: в файле не то, что он обещает. Сохраните её ещё раз.',
  empty: 'В модели нет ни одного треугольника. Сохраните её ещё раз.',
  many: 'В модели слишком много треугольников, можно до 1 000 000. Уменьшите их число, когда сохраняете.',
  packed: 'Модель сжата (Draco или meshopt), доска её не распакует. Сохраните GLB без сжатия.',
  slow: 'Модель слишком сложна для этого устройства. Уменьшите число треугольников.',
  away: 'Модель не загрузилась. Проверьте сеть и откройте её ещё раз.',
}

/** Fetched when somebody first turns a model or lays one. */
export default {
  label: (name: string) => `3D-модель: ${name}`,
  hint: 'Стрелки поворачивают, плюс и минус приближают и отдаляют, 0 возвращает вид, Escape закрывает.',
  tools: 'Что сделать с моделью',
  loading: (percent: number) => `Загружаем модель: ${percent} %`,
  preparing: 'Готовим модель…',
  reset: 'Вид как в начале',
  nearer: 'Ближе',
  farther: 'Дальше',
  box: 'Размеры',
  net: 'Треугольники',
  done: 'Готово',
  unit: 'Единица в файле',
  units,
  triangles: (n: number) => count(n, { one: '# треугольник', few: '# треугольника', other: '# треугольников' }),
  angle: (around: number, above: number) => `Поворот ${around}°, наклон ${above}°`,
  trouble,
}
