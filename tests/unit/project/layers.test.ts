/**
 * The layers are held by the linter. Each case is one wrong import, put where it would stand, and the rule has to
 * refuse it; the right ones have to pass, or the rules would prove nothing.
 */
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapporteur-layers-'))
  await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
})
afterAll(() => rm(folder, { recursive: true }))

async function lint(file: string, source: string): Promise<{ readonly code: number; readonly output: string }> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, source)
  return new Promise((done) => {
    execFile(
      process.execPath,
      [oxlint, '--disable-nested-config', '-c', '.oxlintrc.json', file],
      { cwd: folder },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr })
      },
    )
  })
}

/** Every feature by its folder: a new one has to be named in the rule. */
const features = readdirSync(join(root, 'src/renderer/features'))

const wrong: readonly (readonly [file: string, imported: string])[] = [
  ['src/shared/a.ts', '../main/app.ts'],
  ['src/shared/b.ts', 'node:fs'],
  ['src/shared/c.ts', 'react'],
  ['src/shared/model/d.ts', '../../renderer/store/index.ts'],
  ['src/shared/transport.ts', 'zod'],
  ['src/main/services/a.ts', 'electron'],
  ['src/main/services/b.ts', '../../renderer/api/client.ts'],
  ['src/main/serve.ts', 'electron'],
  ['src/main/hosts/browser/a.ts', 'electron'],
  ['src/main/hosts/electron/a.ts', '../../../renderer/main.tsx'],
  ['src/preload/electron.ts', '../shared/contract/index.ts'],
  ['src/preload/electron.ts', 'node:fs'],
  ['src/preload/electron.ts', 'elastic'],
  ['src/preload/electron.ts', 'electron-store'],
  ['src/preload/browser.ts', 'electron'],
  ['src/renderer/api/a.ts', '../../main/app.ts'],
  ['src/renderer/api/b.ts', 'node:path'],
  ['src/renderer/features/lists/a.ts', 'electron'],
  ['src/renderer/features/lists/c.ts', '../../../shared/model/common.ts'],
  ['src/renderer/api/d.ts', '../../shared/contract/index.ts'],
  ['src/renderer/ui/a.tsx', '../store/session.ts'],
  ['src/renderer/ui/b.tsx', '../features/lists/section-page.tsx'],
  ['src/renderer/ui/c.tsx', '../parts/records/kind-icons.tsx'],
  ['src/renderer/parts/rows/a.ts', '../../features/lists/record-list.tsx'],
  ['src/renderer/parts/rows/b.ts', '../../app/frame.tsx'],
  ['src/renderer/store/a.ts', '../features/lists/record-list.tsx'],
  ['src/renderer/features/lists/e.ts', '../../app/frame.tsx'],
  ['src/renderer/features/record/page/a.ts', '../../editor/codemirror/commands.ts'],
  ...features.map((feature) => ['src/renderer/features/new/a.ts', `../${feature}/inside.ts`] as const),
]

const right: readonly (readonly [file: string, imported: string])[] = [
  ['src/shared/e.ts', './errors.ts'],
  ['src/main/index.ts', 'electron'],
  ['src/main/hosts/electron/b.ts', 'electron'],
  ['src/main/services/c.ts', '../../shared/errors.ts'],
  ['src/preload/electron.ts', '../shared/transport.ts'],
  ['src/preload/electron.ts', 'electron'],
  ['src/renderer/api/c.ts', '../../shared/errors.ts'],
  ['src/renderer/features/lists/b.tsx', '../../ui/button.tsx'],
  ['src/renderer/features/lists/d.ts', '../../../shared/model/vocabulary.ts'],
  ['src/renderer/features/lists/data/a.ts', '../../../parts/actions/due.ts'],
  ['src/renderer/features/record/page/b.tsx', '../../editor/body-editor.tsx'],
  ['src/renderer/app/a.ts', '../features/lists/section-page.tsx'],
]

describe('a wrong-layer import fails the check', () => {
  it.each(wrong)('%s may not import %s', async (file, imported) => {
    const { code, output } = await lint(file, `import * as wrong from '${imported}'\n\nexport const taken = wrong\n`)
    expect(output).toContain('eslint(no-restricted-imports)')
    expect(code).not.toBe(0)
  })
  it.each(right)('%s may import %s', async (file, imported) => {
    const { output } = await lint(file, `import * as right from '${imported}'\n\nexport const taken = right\n`)
    expect(output).toContain('Found 0 warnings and 0 errors')
  })
})
