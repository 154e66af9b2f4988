import { expect, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test'
import type { exhibition } from '@sheber/contract/exhibition'
import { ask } from '../src/lib/api.ts'
import { freshPlan } from '../src/lib/exhibition/plan.ts'
import { newId } from '../src/lib/new-id.ts'
import { awake } from './pages.ts'
import {
  handOf,
  lend,
  seedGroup,
  seedGuardian,
  seedLearner,
  seedPage,
  seedPortfolio,
  seedWorkshop,
  stepProject,
  type Centre,
  type Hand,
} from './seed.ts'

/** Every kind of page there is, as one person comes to see it: for what must hold on all of them. */
export interface Place {
  readonly name: string
  /** Null: a guest. */
  readonly hand: Hand | null
  readonly path: string
  /** The group's card that this device has seen. */
  readonly card?: string
}

/** Sheber's own, which every centre begins with. */
export const shippedFramework = '5e6be700-0001-4000-8000-000000000000'

/** In a browser that nobody has signed in to yet. Names nothing by its words, so that it works in any language. */
export const visit = async (page: Page, { hand, path, card }: Place, url: string): Promise<void> => {
  if (hand) await lend(page.context(), hand, url)
  if (card) await page.context().addCookies([{ name: 'group', value: card, url: `${url}/sign-in` }])
  await page.goto(path)
  expect(new URL(page.url()).pathname, 'the page that was asked for').toBe(new URL(path, url).pathname)
  await awake(page)
  if (path.startsWith('/board/')) await expect(page.locator('.paper[aria-label] > canvas')).toBeVisible()
}

/** Pages to visit places in. Whoever comes again has the browser they had: what one page has fetched, the next has at hand. */
export const pagesFor = (as: (hand: null, options?: BrowserContextOptions) => Promise<Page>, options: BrowserContextOptions = {}) => {
  const browsers = new Map<Hand, BrowserContext>()
  return async ({ hand }: Place): Promise<Page> => {
    const own = hand && browsers.get(hand)
    if (own) return own.newPage()
    const page = await as(null, options)
    if (hand) browsers.set(hand, page.context())
    return page
  }
}

/** Called, and not taking entries yet. */
const seedExhibition = async ({ fetch }: Hand, organisationId: string): Promise<string> => {
  const id = newId()
  const said = (text: string) => ({ kk: text, ru: text, en: text })
  const levels = [0, 1].map((points) => ({ points, text: said('Sheber') }))
  const plan = {
    ...freshPlan(new Date().toISOString()),
    title: said('Sheber'),
    nominations: [{ id: newId(), title: said('3D') }],
    rubric: { criteria: [{ id: 'idea', title: said('3D'), weight: 10, levels }] },
  }
  const make = { params: { organisationId }, body: { id, plan } }
  await ask<typeof exhibition.make>(fetch, 'POST', '/api/organisation/:organisationId/exhibition', make)
  const step = { params: { exhibitionId: id }, body: { state: 'call' as const } }
  await ask<typeof exhibition.step>(fetch, 'POST', '/api/exhibition/:exhibitionId/state', step)
  return id
}

const seedPlaces = async (centre: Centre): Promise<Place[]> => {
  const { teacher, aidana, timur, group, team, project, board } = await seedWorkshop(centre)
  const archived = await seedWorkshop(centre)
  await stepProject(archived.teacher.hand, archived.project.id, 'archived')
  const small = await seedLearner(centre, { groupId: group.id, secret: 'sun-cat-key' })
  const lonely = await seedGroup(centre)
  const newcomer = await handOf(centre, lonely.code, await seedLearner(centre, { groupId: lonely.id }))
  const portfolioId = await seedPortfolio(aidana)
  const mother = await seedGuardian(centre, aidana.id)
  const pageId = await seedPage(aidana.hand, project.id)
  const exhibitionId = await seedExhibition(teacher.hand, centre.id)
  const chief = centre.administrator.hand
  const home = `/centre/${centre.id}`
  const card = group.code
  return [
    { name: 'sign-in', hand: null, path: '/sign-in' },
    { name: 'names', hand: null, path: '/sign-in/group', card },
    { name: 'PIN', hand: null, path: `/sign-in/group/${aidana.id}`, card },
    { name: 'pictures', hand: null, path: `/sign-in/group/${small.id}`, card },
    { name: 'connection', hand: null, path: '/connection' },
    { name: 'connection of a child', hand: aidana.hand, path: '/connection' },
    { name: 'no such page', hand: null, path: '/nowhere' },
    { name: 'work', hand: aidana.hand, path: '/work' },
    { name: 'work of a newcomer', hand: newcomer, path: '/work' },
    { name: 'work of the chief', hand: chief, path: '/work' },
    { name: 'me', hand: aidana.hand, path: '/me' },
    { name: 'me with a password', hand: chief, path: '/me' },
    { name: 'forbidden', hand: newcomer, path: home },
    { name: 'project', hand: aidana.hand, path: `/project/${project.id}` },
    { name: 'project in the archive', hand: archived.aidana.hand, path: `/project/${archived.project.id}` },
    { name: 'notebook', hand: aidana.hand, path: `/project/${project.id}/notebook` },
    { name: 'page of a notebook', hand: teacher.hand, path: `/notebook/${pageId}` },
    { name: 'stand of a project', hand: aidana.hand, path: `/project/${project.id}/stand` },
    { name: 'tasks of a project', hand: aidana.hand, path: `/project/${project.id}/task` },
    { name: 'edit a project', hand: aidana.hand, path: `/project/${project.id}/edit` },
    { name: 'team', hand: teacher.hand, path: `/team/${team.id}` },
    { name: 'new team', hand: teacher.hand, path: '/team/new' },
    { name: 'open a project', hand: teacher.hand, path: `/team/${team.id}/project` },
    { name: 'board', hand: aidana.hand, path: board },
    { name: 'board to look at', hand: chief, path: board },
    { name: 'competencies', hand: teacher.hand, path: '/framework' },
    { name: 'framework', hand: aidana.hand, path: `/framework/${shippedFramework}` },
    {
      name: 'two frameworks side by side',
      hand: teacher.hand,
      path: `/framework/${shippedFramework}/beside/5e6be700-0002-4000-8000-000000000000`,
    },
    { name: 'edit a framework', hand: teacher.hand, path: `/framework/${shippedFramework}/edit` },
    { name: 'map of competencies', hand: aidana.hand, path: `/portfolio/${portfolioId}/map` },
    { name: 'map of a team', hand: teacher.hand, path: `/portfolio/map/team/${team.id}` },
    { name: 'map of a group', hand: teacher.hand, path: `/portfolio/map/group/${group.id}` },
    { name: 'my badges', hand: aidana.hand, path: '/badge/mine' },
    { name: 'badges of the centre', hand: teacher.hand, path: '/badge/class' },
    { name: 'check a badge', hand: null, path: '/badge' },
    { name: 'work to review', hand: teacher.hand, path: '/review' },
    { name: 'ask for a review', hand: aidana.hand, path: `/portfolio/${portfolioId}/review` },
    { name: 'publication', hand: aidana.hand, path: `/portfolio/${portfolioId}/publication` },
    { name: 'portfolios', hand: teacher.hand, path: '/portfolio' },
    { name: 'portfolio', hand: aidana.hand, path: `/portfolio/${portfolioId}` },
    { name: 'portfolio to read', hand: timur.hand, path: `/portfolio/${portfolioId}` },
    { name: 'exhibitions', hand: aidana.hand, path: '/exhibition' },
    { name: 'new exhibition', hand: teacher.hand, path: '/exhibition/new' },
    { name: 'invitations to organise', hand: teacher.hand, path: '/exhibition/invitation' },
    { name: 'exhibition', hand: aidana.hand, path: `/exhibition/${exhibitionId}` },
    { name: 'exhibition of an organiser', hand: teacher.hand, path: `/exhibition/${exhibitionId}` },
    { name: 'edit an exhibition', hand: teacher.hand, path: `/exhibition/${exhibitionId}/edit` },
    { name: 'stands of an exhibition', hand: teacher.hand, path: `/exhibition/${exhibitionId}/stand` },
    { name: 'plan of the hall', hand: teacher.hand, path: `/exhibition/${exhibitionId}/hall` },
    { name: 'day of the exhibition', hand: teacher.hand, path: `/exhibition/${exhibitionId}/day` },
    { name: 'visitors of an exhibition', hand: teacher.hand, path: `/exhibition/${exhibitionId}/visitor` },
    { name: 'jury of an exhibition', hand: teacher.hand, path: `/exhibition/${exhibitionId}/jury` },
    { name: 'final of an exhibition', hand: teacher.hand, path: `/exhibition/${exhibitionId}/final` },
    { name: 'trail of an exhibition', hand: teacher.hand, path: `/exhibition/${exhibitionId}/trail` },
    { name: 'results of an exhibition', hand: teacher.hand, path: `/exhibition/${exhibitionId}/result` },
    { name: 'my juries', hand: teacher.hand, path: '/jury' },
    { name: 'my children', hand: mother, path: '/guardian' },
    { name: 'portfolio of a child', hand: mother, path: `/portfolio/${portfolioId}` },
    { name: 'news', hand: aidana.hand, path: '/inbox' },
    { name: 'accepted at school', hand: chief, path: `${home}/acceptance` },
    { name: 'exhibitions of a house', hand: chief, path: `${home}/exhibition` },
    { name: 'organisations', hand: chief, path: '/centre' },
    { name: 'learners', hand: chief, path: `${home}?show=learners` },
    { name: 'adults', hand: chief, path: `${home}?show=adults` },
    { name: 'groups', hand: chief, path: `${home}?show=groups` },
    { name: 'group', hand: chief, path: `${home}/group/${group.id}` },
    { name: 'cards', hand: chief, path: `${home}/group/${group.id}/cards` },
    { name: 'new learners', hand: chief, path: `${home}/person/new?role=learner` },
    { name: 'new adult', hand: chief, path: `${home}/person/new?role=adult` },
    { name: 'person', hand: chief, path: `${home}/person/${aidana.id}` },
    { name: 'adult', hand: chief, path: `${home}/person/${teacher.id}` },
  ]
}

const seeded = new WeakMap<Centre, Promise<Place[]>>()
/** All of them, made once in a centre: whoever visits a place changes nothing there. */
export const placesOf = (centre: Centre): Promise<Place[]> => {
  const places = seeded.get(centre) ?? seedPlaces(centre)
  seeded.set(centre, places)
  return places
}
