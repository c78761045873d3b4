import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCli, type Surroundings } from '../../../../src/main/cli/index.ts'
import { commands } from '../../../../src/main/cli/usage.ts'
import { openAppData } from '../../../../src/main/workspace/app-data.ts'
import { openWorkspace } from '../../../../src/main/workspace/index.ts'
import { nodeFileSystem } from '../../../../src/main/workspace/node-file-system.ts'
import type { Output } from '../../../../src/shared/contract/index.ts'
import { testEnvironment } from '../../../support/workspace-disk.ts'

let folder: string
let stopped: AbortController
let environment: ReturnType<typeof testEnvironment>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-cli-'))
  stopped = new AbortController()
  environment = testEnvironment(nodeFileSystem)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function cli(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const here: Surroundings = {
    cwd: folder,
    appDataDir: join(folder, 'app-data'),
    version: '1.2.3',
    clock: environment.clock,
    newId: environment.newId,
    signal: stopped.signal,
    print: (text) => void (out += text),
    write: async (bytes) => void (out += Buffer.from(bytes).toString()),
    complain: (line) => void (err += `${line}\n`),
    progress: () => undefined,
  }
  const code = await runCli(argv, here)
  return { code, out, err }
}

/** Of the workspace W. */
async function firstSegment(): Promise<string> {
  const names = await readdir(join(folder, 'W', 'segments'))
  return join(folder, 'W', 'segments', names.filter((name) => name.endsWith('.jsonl')).toSorted()[0] ?? '')
}

describe('usage', () => {
  it('prints help and version', async () => {
    const { code, out, err } = await cli('--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { name } of commands) {
      expect(out).toContain(`rapporteur ${name}`)
      const own = await cli(name, '--help')
      expect(own).toMatchObject({ code: 0, err: '' })
      expect(own.out).toContain(`rapporteur ${name}`)
    }
    expect(await cli('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' })
  })

  it.each([
    [[], 'A command is missing: rapporteur --help lists them.'],
    [['exprot', 'W'], 'There is no command “exprot”. Did you mean export?'],
    [['frobnicate'], `There is no command “frobnicate”. Known are ${commands.map(({ name }) => name).join(', ')}.`],
    [['--hlep'], 'There is no flag “--hlep”. Did you mean --help?'],
    [['export', 'W', '--ot', 'X'], 'export has no flag “--ot”. Did you mean --to?'],
    [['search', 'W', '-x'], 'search has no flag “-x”. Known are --sort, --json, --help.'],
    [['export', 'W'], '--to OUT is missing: rapporteur export --help says what belongs there.'],
    [['export', 'W', '--to'], '--to needs a value: --to OUT.'],
    [['export', 'W', '--to='], '--to needs a value: --to OUT.'],
    [['export', '--to', 'X'], 'WORKSPACE is missing: rapporteur export --help says what belongs there.'],
    [['import', 'W'], 'FROM is missing: rapporteur import --help says what belongs there.'],
    [['search', 'W'], 'WORDS… is missing: rapporteur search --help says what belongs there.'],
    [['check', 'W', 'X'], 'check has no use for “X”: rapporteur check --help says what belongs there.'],
    [['check', 'W', '--json=yes'], '--json takes no value.'],
    [['check', ''], 'A parameter is missing: rapporteur check --help says what belongs there.'],
  ])('%j is answered by a sentence and 2', async (argv, sentence) => {
    expect(await cli(...argv)).toEqual({ code: 2, out: '', err: `${sentence}\n` })
    expect(await readdir(folder)).toEqual([])
  })
})

describe('on the sample', () => {
  beforeEach(async () => {
    expect(await cli('sample', 'W')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('contact') })
  })

  it('finds Baimenov’s contact first', async () => {
    const { code, out, err } = await cli('search', 'W', 'Baimenov')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const [kind, title, detail] = (out.split('\n')[0] ?? '').split('\t')
    expect([kind, title]).toEqual(['contact', 'Alikhan Baimenov'])
    expect(detail).not.toBe('')
    const json = await cli('search', 'W', '--json', 'alik', 'baim')
    const found = JSON.parse(json.out) as Output<'search.query'>
    expect(found.partial).toBe(false)
    expect(found.groups[0]?.hits[0]).toMatchObject({ kind: 'contact', title: 'Alikhan Baimenov' })
    expect(await cli('search', 'W', 'xyzzyq')).toEqual({ code: 0, out: '', err: 'Nothing was found.\n' })
    expect(await cli('search', 'W', '--', '-not')).toMatchObject({ code: 0 })
  })

  it('exports, exports the same again, and imports into another workspace', async () => {
    const first = await cli('export', 'W', '--to', 'Out')
    expect(first).toMatchObject({ code: 0, err: '' })
    const manifest = await readFile(join(folder, 'Out', '.rapporteur-export.json'), 'utf8')
    const second = JSON.parse((await cli('export', 'W', '--to=Out', '--json')).out) as { files: number; unchanged: number }
    expect(second.unchanged).toBe(second.files)
    expect(await readFile(join(folder, 'Out', '.rapporteur-export.json'), 'utf8')).toBe(manifest)
    expect(await cli('import', 'W', 'Out')).toMatchObject({
      code: 0,
      out: expect.stringContaining(`0 records were made, ${second.files} were there already`),
    })
    await writeFile(join(folder, 'Out', 'bad.md'), '---\na: *b\n---\n')
    expect(await cli('import', 'W', 'Out')).toMatchObject({ code: 1, err: 'bad.md was left out: its front matter uses YAML aliases.\n' })
  })

  it('exports a part, in another form and up to a level, and says so before and after', async () => {
    const dry = await cli('export', 'W', '--country', 'kaz', '--layout', 'flat', '--dry-run')
    expect(dry).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^\d+ records and 0 files of theirs would be exported.*\n\.\t\d+\n$/),
    })
    const plain = await cli('export', 'W', '--to', 'Plain', '--record', 'Pan Suk Kim', '--preset', 'plain', '--language', 'ru', '--report')
    expect(plain).toMatchObject({ code: 0, err: '', out: expect.stringContaining('As words only: the properties of 1 record.') })
    expect(plain.out).toContain('1 record and 0 files of theirs were read back: title, text and links stand as they were written.')
    expect(await readFile(join(folder, 'Plain', 'Контакты', 'Pan Suk Kim.md'), 'utf8')).toMatch(/^# Pan Suk Kim\n/)
    // all that is found is internal
    expect(await cli('export', 'W', '--to', 'Open', '--search', 'kim', '--up-to', 'public')).toMatchObject({ code: 1, out: '' })
    expect(await cli('export', 'W', '--to', 'X', '--layout', 'nonsense')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Known are kind, country, year, flat. Nothing was exported.'),
    })
    expect(await cli('export', 'W', '--to', 'X', '--country', 'KAZ', '--search', 'kim')).toMatchObject({ code: 1, out: '' })
    expect(await cli('export', 'W', '--to', 'X', '--record', 'Nobody at all')).toMatchObject({ code: 1, out: '' })
  })

  it('keeps a folder equal to the workspace, and leaves what others wrote there', async () => {
    expect(await cli('mirror', 'W', '--to', 'Mirror')).toMatchObject({ code: 0, err: '' })
    expect(await cli('export', 'W', '--to', 'Same')).toMatchObject({ code: 0 })
    const kim = join('Contacts', 'Pan Suk Kim.md')
    expect(await readFile(join(folder, 'Mirror', kim), 'utf8')).toBe(await readFile(join(folder, 'Same', kim), 'utf8'))
    await writeFile(join(folder, 'Mirror', kim), 'Mine\n')
    await writeFile(join(folder, 'Mirror', 'Own.md'), 'Own\n')
    expect(await cli('mirror', 'W', '--to', 'Mirror')).toMatchObject({
      code: 1,
      err: 'Contacts/Pan Suk Kim.md was edited in the folder and was left as it is.\n',
    })
    expect(await readFile(join(folder, 'Mirror', kim), 'utf8')).toBe('Mine\n')
    expect(await readFile(join(folder, 'Mirror', 'Own.md'), 'utf8')).toBe('Own\n')
  })

  it('says what an import would do, and takes the mapping that it printed', async () => {
    await mkdir(join(folder, 'Vault', 'People'), { recursive: true })
    await writeFile(join(folder, 'Vault', 'People', 'Ada Novak.md'), '---\nemail: ada@example.org\n---\n')
    const dry = JSON.parse((await cli('import', 'W', 'Vault', '--mapping', 'proposed', '--dry-run', '--json')).out) as { mapping: object }
    expect(dry).toMatchObject({ actions: { create: 1 }, rows: [{ path: 'People/Ada Novak.md', kind: 'contact', action: 'create' }] })
    expect(await cli('search', 'W', 'Novak')).toMatchObject({ err: 'Nothing was found.\n' })
    await writeFile(join(folder, 'mapping.json'), JSON.stringify(dry.mapping))
    expect(await cli('import', 'W', 'Vault', '--mapping', 'mapping.json')).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 record was made'),
    })
    expect(await cli('search', 'W', 'Novak')).toMatchObject({ out: expect.stringContaining('contact\tAda Novak') })
    await writeFile(join(folder, 'mapping.json'), '{"folders": 1}')
    expect(await cli('import', 'W', 'Vault', '--mapping', 'mapping.json')).toMatchObject({
      code: 1,
      err: expect.stringContaining('It is no mapping of an import. Nothing was imported'),
    })
  })

  it('checks, and says what is damaged', async () => {
    expect(await cli('check', 'W')).toMatchObject({ code: 0, out: expect.stringContaining('The workspace is sound') })
    expect(JSON.parse((await cli('check', 'W', '--json')).out)).toMatchObject({ sound: true, name: 'Sample workspace' })
    const path = await firstSegment()
    await writeFile(path, (await readFile(path, 'utf8')).replace('"title":"Alikhan Baimenov"', '"title":"Alikhan Baimenow"'))
    expect(await cli('check', 'W')).toMatchObject({
      code: 1,
      out: expect.stringContaining('“Alikhan Baimenov”: no version of it can be read.'),
    })
    expect(await cli('import', 'W', '.')).toMatchObject({
      code: 1,
      err: expect.stringContaining('is the folder of the workspace') as string,
    })
    await mkdir(join(folder, 'In'))
    expect(await cli('import', 'W', 'In')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/ is damaged on the disk\..* No backup was made/),
    })
  })

  it('dumps every record as a line of JSON, also without a manifest', async () => {
    await rm(join(folder, 'W', 'workspace.json'))
    const { code, out, err } = await cli('dump', 'W')
    expect({ code, err }).toEqual({ code: 1, err: 'workspace.json: The file is missing.\n' })
    const titles = out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { title: string }).title)
    expect(titles).toContain('Alikhan Baimenov')
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('dumps the history, and stops when asked to', async () => {
    const count = async (...flags: string[]) => (await cli('dump', 'W', ...flags)).out.split('\n').length
    const workspace = await openWorkspace(join(folder, 'W'), environment)
    const [head] = workspace.heads()
    await workspace.transact({ name: 'Anna', device: '' }, async (transaction) => {
      const record = await transaction.read(head!.id)
      transaction.put({ ...record!, tags: ['changed'] }, record!.rev)
    })
    await workspace.close()
    expect(await count('--history')).toBe((await count()) + 1)
    stopped.abort()
    expect(await cli('dump', 'W')).toEqual({ code: 1, out: '', err: expect.stringContaining('stopped') })
  })

  it('says what it would repair, and does it when told to', async () => {
    expect(await cli('repair', 'W')).toMatchObject({ code: 0, out: expect.stringContaining('There is nothing to repair.') })
    const path = await firstSegment()
    const damaged = (await readFile(path, 'utf8')).replace('"title":"Alikhan Baimenov"', '"title":"Alikhan Baimenow"')
    await writeFile(path, damaged)
    const plan = await cli('repair', 'W')
    // the record comes before the file
    expect(plan).toMatchObject({ code: 1, out: expect.stringMatching(/^lost: Alikhan Baimenov\n[^]*^damaged: .*jsonl: /m) })
    expect(plan.out).toContain('Nothing was changed. Give --yes to do it.')
    expect(await readFile(path, 'utf8')).toBe(damaged)
    expect(await cli('repair', 'W', '--yes')).toMatchObject({ code: 0, out: expect.stringContaining('put together again') })
    expect(await cli('check', 'W')).toMatchObject({ code: 0 })
    expect(JSON.parse((await cli('repair', 'W', '--json')).out)).toMatchObject({ changed: false, damaged: [] })
    const kept = await readdir(join(folder, 'W', 'set-aside'), { recursive: true })
    expect(kept.filter((name) => name.includes('segments-'))).toHaveLength(1)
  })

  it('has nothing to roll back where nothing was upgraded', async () => {
    expect(await cli('rollback', 'W')).toMatchObject({ code: 1, err: expect.stringContaining('No files from before') })
    expect(await cli('rollback', 'W', '--yes')).toMatchObject({ code: 1, err: expect.stringContaining('No files from before') })
  })

  it('reads beside an open application, and does not write', async () => {
    const open = await openWorkspace(join(folder, 'W'), environment)
    expect(await cli('search', 'W', 'Baimenov')).toMatchObject({ code: 0 })
    expect(await cli('export', 'W', '--to', 'Out')).toMatchObject({ code: 0 })
    expect(await cli('import', 'W', 'Out')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('already open by Anna Lee') })
    await open.close()
  })

  it('stops an export when asked to', async () => {
    stopped.abort()
    expect(await cli('export', 'W', '--to', 'Out')).toEqual({ code: 1, out: '', err: expect.stringContaining('stopped') })
    expect(await readdir(folder)).not.toContain('Out')
  })
})

it('writes as the person of the application, or as the account; the account never signs the sample', async () => {
  await mkdir(join(folder, 'In'))
  await writeFile(join(folder, 'In', 'Ruritania.md'), 'Talks are to begin.')
  const authorsIn = async (name: string) => {
    await cli('sample', name)
    await cli('import', name, 'In')
    const workspace = await openWorkspace(join(folder, name), environment, { readOnly: true })
    const [first] = workspace.heads()
    const imported = [...workspace.heads()].find(({ title }) => title === 'Ruritania')
    const records = [await workspace.read(first?.id ?? ''), await workspace.read(imported?.id ?? '')]
    await workspace.close()
    return records.map((record) => record?.createdBy)
  }
  expect(await authorsIn('One')).toEqual([
    { name: 'Sample', device: '' },
    { name: expect.not.stringMatching(/^Sample$/), device: hostname() },
  ])
  const bolat = { name: 'Bolat Omarov', device: 'Desktop' }
  await (await openAppData(join(folder, 'app-data'))).identify(bolat)
  expect(await authorsIn('Two')).toEqual([bolat, bolat])
})

describe('bad input', () => {
  it.each([
    [['search', 'nowhere', 'x'], /not there/],
    [['export', 'nowhere', '--to', 'Out'], /not there/],
    [['check', 'nowhere'], /not there/],
    [['import', 'nowhere', '.'], /not there/],
    [['search', 'empty', 'x'], /holds no workspace/],
    [['sample', 'full'], /not empty/],
  ])('%j is answered by a sentence and 1', async (argv, sentence) => {
    await mkdir(join(folder, 'empty'))
    await mkdir(join(folder, 'full'))
    await writeFile(join(folder, 'full', 'mine.txt'), '')
    const { code, out, err } = await cli(...argv)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(sentence)
    expect(err.trimEnd()).not.toContain('\n')
    expect((await readdir(folder)).filter((name) => name !== 'app-data').toSorted()).toEqual(['empty', 'full'])
  })

  it.skipIf(process.getuid?.() === 0)('a folder that may not be written to', async () => {
    await mkdir(join(folder, 'closed'))
    await chmod(join(folder, 'closed'), 0o500)
    await cli('sample', 'W')
    expect(await cli('export', 'W', '--to', 'closed/Out')).toMatchObject({ code: 1, err: expect.stringContaining('refuses') })
  })
})
