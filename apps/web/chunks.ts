/**
 * Which modules travel together. Thirty answers of half a kilobyte weigh more in headers than in script; yet a board is
 * opened on the weakest networks, and must not bring along what only forms need.
 */

/** Of Svelte and SvelteKit: what only forms need, and the list that names it. */
const ofForms =
  /svelte[\\/]src[\\/]internal[\\/]client[\\/]index|bindings[\\/](select|input)|blocks[\\/](key|await)|elements[\\/]actions|app[\\/]forms/

/** What every page with a script needs; and icons that the board shares with others. */
const everywhere = [
  /(rolldown|vite)[\\/](runtime|preload-helper)/,
  /node_modules[\\/](svelte|esm-env|clsx)[\\/]/,
  /@lucide[\\/]svelte[\\/]dist[\\/](?!icons)|@lucide.*icons[\\/](arrow-left|chevron-down|plus|undo-2)\./,
  /src[\\/]lib[\\/](api|words[\\/](words|here|plural)|ui[\\/](Avatar|avatar|Button|Mark))\b/,
]

/** What leads from page to page, the page of an error among it: a board has none of it. */
const pages = [
  /node_modules[\\/](devalue|@sveltejs)[\\/]/,
  /src[\\/](hooks|lib[\\/](words[\\/]load|centre[\\/]Ribbon|ui[\\/](Frame|Languages|Trouble|Wordmark)))/,
]

/** What a shared document needs besides what is drawn of it. Of lib0, checksums belong to files. */
const engine = [
  /node_modules[\\/](yjs|y-protocols|y-websocket|lib0[\\/](?!hash))/,
  /packages[\\/]sync[\\/]src[\\/](?!poll|parcel|batch)|src[\\/]lib[\\/]engine/,
]

/** What comes to a board only after the board itself. */
const late =
  /src[\\/]lib[\\/]board[\\/](kit|clipboard|keyboard|letters|obey|bar|rove|bench|Tools|Trails|Drafts)\b|core[\\/](painter|tiles|pace|serialise|paste|keys|commands|stamps|simplify|trail)\.ts/

/** What draws a board, which its list and its templates share: cut into smaller pieces it would weigh two kilobytes more. */
const board = [
  /src[\\/]lib[\\/]board[\\/](core[\\/])?[^\\/]+\.(ts|svelte)$/,
  /src[\\/]lib[\\/]board[\\/]core[\\/]kinds[\\/](connector|frame|ink|note|placeholder|shape|text|words)\.ts$/,
  /packages[\\/]document[\\/]src[\\/](?!table|restore|grid)|node_modules[\\/]fractional-indexing/,
]

const anyOf = (patterns: readonly RegExp[]) => (id: string) => patterns.some((pattern) => pattern.test(id))

export const groups = [
  { name: 'engine', test: anyOf(engine), priority: 2 },
  { name: 'start', test: (id: string) => anyOf(everywhere)(id) && !ofForms.test(id), minShareCount: 2, priority: 3 },
  { name: 'pages', test: (id: string) => anyOf(pages)(id) && !ofForms.test(id), minShareCount: 2, priority: 3 },
  {
    name: 'board',
    test: (id: string) => anyOf(board)(id) && !late.test(id) && !/[\\/]words\.(kk|ru|en)\.ts$/.test(id),
    minShareCount: 2,
    priority: 1,
  },
  { name: 'interface', test: /src[\\/]lib[\\/]ui[\\/](?!Dialog)|@lucide/, minShareCount: 5, priority: 1 },
]
