/** Random changes of a workspace that a folder mirrors, and random options of the mirror. */
import * as fc from 'fast-check'
import { AppError } from '../../src/shared/errors.ts'
import { classifications, titleProblem } from '../../src/shared/model/common.ts'
import { exportLanguages, exportLayouts, frontMatterStyles, linkStyles } from '../../src/shared/model/export-options.ts'
import { nastyNames } from './arbitrary-records.ts'
import type { MirroredWorkspace } from './mirrored-workspace.ts'
import { anna, newRecord } from './new-record.ts'

/** Names that meet each other as files, and that others link to. */
const names = [
  ...nastyNames,
  'A',
  'A/B',
  'A-B',
  'a:b',
  'A-B (2)',
  'a-b (2)',
  'A-B (2) (2)',
  'Straße',
  'STRASSE',
  'strasse (2)',
  'Picture.png',
].filter((name) => titleProblem(name) === undefined)
const name = fc.constantFrom(...names)
const body = fc
  .array(
    fc.oneof(
      name.map((target) => `[[${target}]] `),
      name.map((target) => `![[${target}|shown]]\n`),
      name.map((target) => `[x](../Notes/${encodeURIComponent(target)}.md). `),
      fc.constantFrom('A sentence. ', '\n\n', '- [ ] do it\n', '# Heading\n'),
      name.map((target) => `${target} `),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))
const attached = fc.array(
  fc.record({ name: fc.constantFrom('Picture.png', 'picture.PNG', 'A.txt'), content: fc.constantFrom('one', 'two') }),
  {
    maxLength: 2,
  },
)

const edit = fc.oneof(
  { weight: 3, arbitrary: fc.record({ body }) },
  { weight: 3, arbitrary: fc.record({ title: name }) },
  { weight: 2, arbitrary: fc.record({ aliases: fc.uniqueArray(name, { maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ trashed: fc.constantFrom(null, { at: '2023-05-17T14:02:00.000Z', by: anna }) }) },
  { weight: 1, arbitrary: fc.record({ classification: fc.constantFrom(...classifications) }) },
  { weight: 1, arbitrary: fc.record({ countries: fc.subarray(['KAZ', 'AAA', 'AAB']) }) },
  { weight: 1, arbitrary: fc.record({ attached }) },
)
/** What happens to the records of a workspace. */
export const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('edit' as const), at: fc.nat(), edit }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('erase' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('create' as const), title: name, body }) },
)
export type Step = typeof change extends fc.Arbitrary<infer T> ? T : never

export const mirrorOptions = fc.record({
  layout: fc.constantFrom(...exportLayouts),
  links: fc.constantFrom(...linkStyles),
  frontMatter: fc.constantFrom(...frontMatterStyles),
  attachments: fc.boolean(),
  language: fc.constantFrom(...exportLanguages),
  upTo: fc.oneof(
    { weight: 2, arbitrary: fc.constant('strictly confidential' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...classifications) },
  ),
})

/** Refusals of the workspace, such as a title that is taken, change nothing. */
export async function take(mirrored: MirroredWorkspace, step: Step, number: number): Promise<void> {
  const ids = Array.from(mirrored.workspace.heads(), ({ id }) => id).toSorted()
  const id = step.what === 'create' ? '' : (ids[step.at % Math.max(ids.length, 1)] ?? '')
  try {
    if (step.what === 'create') await mirrored.put(newRecord(1000 + number, { kind: 'note', title: step.title, body: step.body }))
    else if (id === '') return
    else if (step.what === 'erase') {
      await mirrored.workspace.transact(anna, async (transaction) => transaction.erase(id, transaction.head(id)?.rev ?? 0))
    } else if ('attached' in step.edit) {
      const files = new Map(
        await Promise.all(
          step.edit.attached.map(async (one) => [one.name.toLowerCase(), await mirrored.file(one.name, one.content)] as const),
        ),
      )
      await mirrored.change(id, { attachments: [...files.values()] })
    } else await mirrored.change(id, step.edit)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}
