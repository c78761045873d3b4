/** The command line as staff who script use it, on the built application. It needs no window. */
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import facts from '../../resources/sample/facts.json' with { type: 'json' }
import { runCli } from '../support/e2e/cli.ts'
import { brokenLinks, foreignProperties, readExport, readFolder } from '../support/e2e/exported-folder.ts'
import { expect, test } from '../support/e2e/fixtures.ts'

test.skip(({ host }) => host !== 'browser', 'no window, no host: once is enough')

test('the sample exports every person, meeting, study and country of the facts, twice the same', async ({ home }) => {
  expect(await runCli(home, ['sample', 'W'])).toMatchObject({ code: 0, stderr: '' })
  expect(await runCli(home, ['export', 'W', '--to', 'OUT'])).toMatchObject({ code: 0, stderr: '' })
  const bytes = await readFolder(join(home, 'OUT'))
  const files = readExport(bytes)
  const titles = new Set(files.map(({ name, properties }) => String(properties['title'] ?? name)))
  const wanted = [
    ...facts.people.map(({ name }) => name),
    ...facts.meetings.map(({ title }) => title),
    ...facts.studies.map(({ title }) => title),
  ]
  expect(wanted.filter((title) => !titles.has(title))).toEqual([])
  const codes = new Set(files.map(({ properties }) => properties['code']))
  const named = new Set(
    [
      ...facts.people.map(({ country }) => country),
      ...facts.organisations.map(({ country }) => country),
      ...facts.meetings.flatMap((meeting) => ('countries' in meeting ? meeting.countries : [])),
    ].filter(Boolean),
  )
  expect([...named].filter((code) => !codes.has(code))).toEqual([])
  // as the article spells it, with its Cyrillic letter
  expect(titles).toContain('Larbi Djaсta')
  expect(brokenLinks(files)).toEqual([])
  expect(foreignProperties(files)).toEqual([])

  expect(await runCli(home, ['export', 'W', '--to', 'AGAIN'])).toMatchObject({ code: 0 })
  expect(await readFolder(join(home, 'AGAIN'))).toEqual(bytes)
})

test('markdown of another program becomes notes, and what is not understood of it is given back', async ({ home, workspace }) => {
  await mkdir(join(home, 'Vault'))
  const foreign = '---\nmood: calm\ntags:\n  - pay\n---\n\nSee [[Rex Facer]].\n'
  await writeFile(join(home, 'Vault', 'Pay in Tallinn.md'), foreign)
  await writeFile(join(home, 'Vault', 'photo.png'), 'x')
  expect(await runCli(home, ['import', workspace, 'Vault'])).toMatchObject({ code: 0, stderr: '' })
  // an export of the same workspace finds all of it there already
  await runCli(home, ['export', workspace, '--to', 'OUT'])
  const before = await readFolder(join(home, 'OUT'))
  const note = readExport(before).find(({ path }) => path === 'Notes/Pay in Tallinn.md')
  expect(note?.properties).toMatchObject({ mood: 'calm', tags: ['pay'], kind: 'note' })
  expect(note?.body.trim()).toBe('See [[Rex Facer]].')
  expect(await runCli(home, ['import', workspace, 'OUT', '--json'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('"created":0') as unknown,
  })
  await runCli(home, ['export', workspace, '--to', 'AFTER'])
  expect(await readFolder(join(home, 'AFTER'))).toEqual(before)
})

test('a search prints the contact of that name first', async ({ home, workspace }) => {
  const { code, stdout } = await runCli(home, ['search', workspace, 'Baimenov'])
  expect(code).toBe(0)
  expect(stdout.split('\n')[0]).toMatch(/^contact\tAlikhan Baimenov\t/)
  expect(await runCli(home, ['search', workspace, 'xyzzyq'])).toMatchObject({ stdout: '', stderr: 'Nothing was found.\n' })
})

test('the help names every command, and each has its own', async ({ home }) => {
  const general = await runCli(home, ['--help'])
  expect(general.code).toBe(0)
  for (const command of ['sample', 'export', 'import', 'search', 'check', 'dump', 'repair', 'rollback']) {
    expect(general.stdout).toContain(`rapporteur ${command} `)
    expect(await runCli(home, [command, '--help'])).toMatchObject({ code: 0, stderr: '' })
  }
})

test('what is not understood is named on stderr with exit code 2', async ({ home }) => {
  for (const [args, sentence] of [
    [['exprot', 'W'], 'There is no command “exprot”. Did you mean export?'],
    [['export', 'W', '--too', 'OUT'], 'export has no flag “--too”. Did you mean --to?'],
    [['export', 'W'], '--to OUT is missing'],
    [['sample'], 'DIR is missing'],
  ] as const) {
    const { code, stdout, stderr } = await runCli(home, args)
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  }
  expect(await readdir(home)).not.toContain('W')
})

test('a workspace that cannot be used is explained with exit code 1 and left as it is', async ({ home, workspace }) => {
  const segment = (await readdir(join(workspace, 'segments'))).find((name) => name.endsWith('.jsonl')) ?? ''
  const records = join(workspace, 'segments', segment)
  const good = await readFile(records)
  const hurt = Buffer.alloc(good.length)
  const failing = async (sentence: RegExp) => {
    const { code, stdout, stderr } = await runCli(home, ['export', workspace, '--to', 'OUT'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
    // a sentence for a person, not a trace of the program
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(await readdir(home)).not.toContain('OUT')
  }
  await writeFile(records, hurt)
  await failing(/damaged/i)
  expect(await readFile(records)).toEqual(hurt)
  const manifest = join(workspace, 'workspace.json')
  await writeFile(records, good)
  const newer = (await readFile(manifest, 'utf8')).replace(/"schema(?:Version)?":\s*\d+/, (found) => found.replace(/\d+/, '999'))
  await writeFile(manifest, newer)
  await failing(/newer version/i)
  await rm(workspace, { recursive: true })
  await failing(/The folder is not there/)
})

test('a folder that cannot be written to is explained', async ({ home, workspace }) => {
  test.skip(process.getuid?.() === 0, 'to root nothing is read-only')
  const locked = join(home, 'Locked')
  await mkdir(locked)
  await chmod(locked, 0o500)
  const { code, stderr } = await runCli(home, ['export', workspace, '--to', join('Locked', 'OUT')])
  await chmod(locked, 0o700)
  expect(code).toBe(1)
  expect(stderr).toMatch(/written|allow/i)
  expect(await readdir(locked)).toEqual([])
})
