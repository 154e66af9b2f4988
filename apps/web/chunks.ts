/**
 * Which modules travel together. Thirty answers of half a kilobyte weigh more in headers than in script; yet a board is
 * opened on the weakest networks, and must not bring along what only forms need.
 */

/** Of Svelte and SvelteKit: what only forms need, and the list that names it. */
const ofForms =
  /svelte[\\/]src[\\/]internal[\\/]client[\\/]index|bindings[\\/](select|input)|blocks[\\/](key|await)|svelte[\\/]src[\\/]reactivity[\\/](?!create)|elements[\\/]actions|app[\\/]forms/

/** What every page with a script needs; and icons that the board shares with others. */
const everywhere = [
  /(rolldown|vite)[\\/](runtime|preload-helper)/,
  /node_modules[\\/](svelte|esm-env|clsx)[\\/]/,
  /@lucide.*icons[\\/](arrow-left|chevron-down|plus|undo-2)\./,
  /src[\\/]lib[\\/](api|words[\\/](words|here|plural)|ui[\\/][Aa]vatar)\b|packages[\\/]document[\\/]src[\\/]sentence/,
]

/** What leads from page to page, and by what lists are put in order: a board has none of it. */
const pages = [/node_modules[\\/](devalue|@sveltejs)[\\/]|src[\\/](hooks|lib[\\/](words[\\/]load|portfolio[\\/]dragging))/]

/** Around the content of a page, the page of an error among them; and what others need of it, the menu of a board too. */
const frame = [/src[\\/]lib[\\/](centre[\\/]Ribbon|ui[\\/](Frame|Trouble|Wordmark))\b/]
const buttons = [/src[\\/]lib[\\/]ui[\\/](Button|Languages|Mark)\b/]

/** What a shared document needs besides what is drawn of it, on a board and in a portfolio alike. Of lib0, checksums belong to files. */
const engine = [
  /packages[\\/]document[\\/]src[\\/](kit|order|text)\.ts|node_modules[\\/]fractional-indexing/,
  /src[\\/]lib[\\/](room\.svelte|new-id|board[\\/](Saved\.svelte|People\.svelte|lazy\.svelte|rove\.ts))/,
  /node_modules[\\/](yjs|y-protocols|y-websocket|lib0[\\/](?!hash|mutex|diff|dom\b|schema|prng))/,
  /packages[\\/]sync[\\/]src[\\/](?!poll|parcel|batch)|src[\\/]lib[\\/]engine/,
]

/** Icons of the bar of tools: other pages have some of them, and need not bring the board along. */
const signs =
  /@lucide.*icons[\\/](arrow-up-right|ellipsis|frame|hand|image-plus|mouse-pointer-2|pencil|redo-2|shapes|star|sticky-note|type)\./

/** The bar of tools comes with the first painting, what works behind it at leisure. */
const tools = [/src[\\/]lib[\\/]board[\\/](bar\.ts|Tools)/]
const kit = [
  /src[\\/]lib[\\/]board[\\/](kit|clipping|keyboard|obey|Closed|Drafts|Zoom)\b/,
  /src[\\/]lib[\\/]board[\\/]core[\\/](commands|serialise|keys)\.ts/,
  /core[\\/]command[\\/](?!adding|command|looking|removing)|core[\\/]tool[\\/](?!hand|landed|line|marquee|pull|select)/,
]

/** How things look is chosen above the paper and in the list alike: cut into small pieces, a board would have to name each of them before the first. */
const looks = /src[\\/]lib[\\/]board[\\/](tray|detail)[\\/](?!words|fetch)/

/** What comes to a board only when there is a need for it. */
const late =
  /src[\\/]lib[\\/]board[\\/](bench|called|hand|opening|page|painted|plate|Others|Trails)\b|core[\\/](afloat|aim|carrier|crossing|cursors|edge|glass|here|join|opening|opens|painter|sprites|stale|tiles|pace|paste|patient|route|simplify|stamps|trailing)\.ts/

/** What draws a board, which its list and its templates share: cut into smaller pieces it would weigh two kilobytes more. */
const board = [
  /src[\\/](lib[\\/]board[\\/](core[\\/])?|routes[\\/]\(app\)[\\/]board[\\/].*)[^\\/]+\.(ts|svelte)$/,
  /src[\\/]lib[\\/]board[\\/]core[\\/]kinds[\\/](connector|frame|ink|note|placeholder|shape|text|words)\.ts$/,
  /packages[\\/]document[\\/]src[\\/](?!caret|copy|hands|notebook|part|table|restore|grid|portfolio|body|anchor|roots|room|vote|poll|run)/,
]

const anyOf = (patterns: readonly RegExp[]) => (id: string) => patterns.some((pattern) => pattern.test(id))

/** Modules of a group bring along what they alone import; of two groups the higher priority takes what both would have. */
export const groups = [
  { name: 'engine', test: anyOf(engine), priority: 5 },
  { name: 'start', test: (id: string) => anyOf(everywhere)(id) && !ofForms.test(id), minShareCount: 2, priority: 6 },
  { name: 'pages', test: (id: string) => anyOf(pages)(id) && !ofForms.test(id), minShareCount: 2, priority: 6 },
  { name: 'buttons', test: anyOf(buttons), minShareCount: 2, priority: 5 },
  { name: 'frame', test: anyOf(frame), minShareCount: 2, priority: 4 },
  {
    name: 'board',
    test: (id: string) =>
      anyOf(board)(id) && !late.test(id) && !anyOf([...tools, ...kit])(id) && !/[\\/](words|kk|ru|en)(\.(kk|ru|en))?\.ts$/.test(id),
    minShareCount: 2,
    priority: 4,
  },
  { name: 'looks', test: looks, minShareCount: 2, priority: 0 },
  { name: 'signs', test: signs, priority: 4 },
  { name: 'tools', test: anyOf(tools), priority: 3 },
  { name: 'kit', test: anyOf(kit), priority: 2 },
  { name: 'interface', test: /src[\\/]lib[\\/]ui[\\/](?!Dialog)|@lucide/, minShareCount: 5, priority: 1 },
]
