import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '../../../../../src/shared/contract/index.ts'
import { Caller } from '../../../../contract/app/connection.ts'
import { createTestApp, type TestApp } from '../../../../support/app.ts'

let app: TestApp
let caller: Caller
beforeAll(async () => {
  app = await createTestApp()
  caller = new Caller(app.client('one'))
  const folder = join(app.folder, 'workspace')
  await mkdir(folder)
  app.desktop.folderChoices.push(folder)
  const chosen = await caller.call('folders.choose', { purpose: 'create' })
  await caller.call('workspace.create', { folder: chosen?.handle ?? '', name: 'Sample', sample: true })
})
afterAll(() => app.dispose())

const shares = ({ rows }: Output<'attendance.matrix'>) =>
  Object.fromEntries(rows.map(({ key, attended, of }) => [key, `${attended}/${of}`]))
const idOf = async (text: string, kind: 'contact' | 'meeting') =>
  (await caller.call('links.suggest', { text, kinds: [kind], contactTypes: [], limit: 1 }))[0]?.id ?? ''

/**
 * Counted by hand in resources/sample. Nine of the fourteen meetings name somebody; five sessions of the conference name
 * nobody. At the ASPA session Pan Suk Kim and William Shields speak for ASPA and Guido Bertucci for a company, so that it is
 * Kazakhstan (Kazykhanov) and the USA (Newland, Condrey). At the summit Baimenov speaks for the Hub and Kelimbetov for AIFC: the Emirates
 * alone (Al Gergawi). Opening: Kazakhstan (Zhazykbaev, Zhumagali). Plenary: USA (Facer) and Estonia (Guzun); Kim again for ASPA. Panel 1:
 * USA (Perry). Anti-corruption: Slovenia, Philippines, China. Study presentation: Georgia. Committee: Kazakhstan present, USA and Estonia by
 * video, Slovenia sent regrets. The conference itself names the speakers of all its sessions.
 */
const BY_HAND = {
  USA: '5/9', // ASPA, plenary, panel 1, committee, conference
  KAZ: '4/9', // ASPA, opening, committee, conference
  EST: '3/9', // plenary, committee, conference
  SVN: '2/9', // anti-corruption, conference; regrets at the committee
  PHL: '2/9', // anti-corruption, conference
  CHN: '2/9', // anti-corruption, conference
  GEO: '2/9', // study presentation, conference
  ARE: '1/9', // summit
}

test('countries over all sample meetings', async () => {
  const matrix = await caller.call('attendance.matrix', { by: 'country' })
  expect(matrix.meetings).toHaveLength(14)
  expect(matrix.meetings.filter(({ recorded }) => recorded)).toHaveLength(9)
  expect(shares(matrix)).toEqual(BY_HAND)
  expect(matrix.years).toEqual(['2023', '2019'])
  const committee = matrix.meetings.findIndex(({ title }) => title === 'Steering Committee, sample session')
  expect(Object.fromEntries(matrix.rows.map(({ key, marks }) => [key, marks[committee]]))).toEqual({
    USA: 'r',
    KAZ: 'p',
    EST: 'r',
    SVN: 'a',
    PHL: '-',
    CHN: '-',
    GEO: '-',
    ARE: '-',
  })
})

test('people over all sample meetings: whomever they speak for', async () => {
  const { rows } = await caller.call('attendance.matrix', { by: 'person' })
  const share = (name: string) => rows.filter((row) => row.name === name).map(({ attended, of }) => `${attended}/${of}`)
  // ASPA, opening, plenary, committee, conference
  expect(share('Pan Suk Kim')).toEqual(['5/9'])
  // summit, opening, committee, conference
  expect(share('Alikhan Baimenov')).toEqual(['4/9'])
  // plenary, committee by video, conference
  expect(share('Rex Facer')).toEqual(['3/9'])
  // anti-corruption, conference; regrets at the committee
  expect(share('Robert Schumi')).toEqual(['2/9'])
  expect(rows).toHaveLength(22)
})

test('without the sessions, of one year, of a selection', async () => {
  expect(shares(await caller.call('attendance.matrix', { by: 'country', parts: false }))).toMatchObject({
    USA: '3/4',
    KAZ: '3/4',
    ARE: '1/4',
  })
  expect(shares(await caller.call('attendance.matrix', { by: 'country', year: '2019' }))).toEqual({ KAZ: '1/2', USA: '1/2', ARE: '1/2' })
  const chosen = [await idOf('Opening ceremony, 2023', 'meeting'), await idOf('Plenary: Ideas', 'meeting')]
  expect(shares(await caller.call('attendance.matrix', { by: 'country', meetings: chosen }))).toEqual({
    KAZ: '1/2',
    USA: '1/2',
    EST: '1/2',
  })
})

test('of a body: those entitled to sit in it, from when they are', async () => {
  const body = await idOf('Steering Committee', 'contact')
  const matrix = await caller.call('attendance.matrix', { by: 'country', body })
  expect(matrix.body).toEqual({ id: body, title: 'Steering Committee' })
  // Georgia only from 2024
  expect(Object.fromEntries(matrix.rows.map(({ key, marks, of }) => [key, `${marks}${of}`]))).toEqual({
    KAZ: 'p1',
    USA: 'r1',
    EST: 'r1',
    SVN: 'a1',
    KOR: '-1',
    GEO: 'x0',
  })
})
