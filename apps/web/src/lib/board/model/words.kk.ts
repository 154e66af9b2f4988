import type { Unit } from '@sheber/document/thing'
import { counter } from '../../words/plural.ts'
import type { TroubleName } from './mesh.ts'
import type ru from './words.ru.ts'

const count = counter('kk')

const units: Record<Unit, string> = { mm: 'мм', cm: 'см', m: 'м', inch: 'дюйм' }

const trouble: Record<TroubleName, string> = {
  broken: 'Модель бүлінген: файлдың іші сыртындағысына сай емес. Оны қайта сақтаңыз.',
  empty: 'Модельде бірде-бір үшбұрыш жоқ. Оны қайта сақтаңыз.',
  many: 'Модельде үшбұрыш тым көп, ең көбі 1 000 000. Сақтағанда санын азайтыңыз.',
  packed: 'Модель қысылған (Draco немесе meshopt), тақта оны аша алмайды. GLB файлын қыспай сақтаңыз.',
  slow: 'Модель бұл құрылғыға тым күрделі. Үшбұрыштарын азайтыңыз.',
  away: 'Модель жүктелмеді. Желіні тексеріп, оны қайта ашыңыз.',
}

export default {
  label: (name) => `3D-модель: ${name}`,
  hint: 'Көрсеткі пернелер бұрады, плюс пен минус жақындатып, алыстатады, 0 бастапқы көріністі қайтарады, Escape жабады.',
  tools: 'Модельмен не істеуге болады',
  loading: (percent) => `Модель жүктелуде: ${percent} %`,
  preparing: 'Модель дайындалып жатыр…',
  reset: 'Бастапқы көрініс',
  nearer: 'Жақындату',
  farther: 'Алыстату',
  box: 'Өлшемдері',
  net: 'Үшбұрыштар',
  done: 'Дайын',
  unit: 'Файлдағы өлшем бірлігі',
  units,
  triangles: (n) => count(n, { other: '# үшбұрыш' }),
  angle: (around, above) => `Бұрылуы ${around}°, еңкеюі ${above}°`,
  trouble,
} satisfies typeof ru
