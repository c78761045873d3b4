/** What the person says of files that the mirror left alone. */
import { basename } from 'node:path'
import type { MirrorAnswer, MirrorConflict, MirrorSettled } from '../../../shared/contract/mirror.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Mirror } from '../../export/mirror/mirror.ts'
import { isMarkdown, MAX_FILE_BYTES } from '../../import/source.ts'
import type { MirrorRun } from '../../export/mirror/mirror-run.ts'
import { Refusal } from '../../import/refusal.ts'
import { updateRecord } from '../records/update-record.ts'
import type { ServiceContext } from '../service-context.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { editedFields, readEdited, type Update } from './take-in.ts'

const SHOWN_AT_MOST = 200

export interface Settling {
  /** Null: all of them. */
  readonly paths: readonly string[] | null
  readonly how: MirrorAnswer
  /** What was compared, of one path; null: nothing was. */
  readonly seen: string | null
  readonly client: string
}

type Came = Omit<MirrorSettled, 'status'>

export async function settleConflicts(
  context: Pick<ServiceContext, 'author' | 'today'>,
  open: OpenWorkspace,
  mirror: Mirror | undefined,
  settling: Settling,
): Promise<Came> {
  const refused: { path: string; title: string; reason: string }[] = []
  const came = { settled: 0, revision: null as number | null }
  await mirror?.between(async (run) => {
    const conflicts = new Map(mirror.conflicts.map((conflict) => [conflict.path, conflict]))
    const paths = settling.paths?.filter((path) => conflicts.has(path)) ?? [...conflicts.keys()]
    const refuse = (path: string, reason: string) => {
      const id = conflicts.get(path)?.id
      refused.push({ path, title: (id && open.workspace.head(id)?.title) || basename(path), reason })
    }
    const whatOf = (path: string) => conflicts.get(path)?.what ?? 'inTheWay'
    const answer = settling.how === 'remove' ? remove : overwrite
    if (settling.how === 'takeIn') came.revision = await takeIn(context, open, run, { ...settling, paths, whatOf, refuse })
    else for (const path of paths) await unlessRefused(path, refuse, () => answer(run, path, whatOf(path)))
    came.settled = paths.length - refused.length
  })
  return { ...came, refused: refused.slice(0, SHOWN_AT_MOST), moreRefused: Math.max(0, refused.length - SHOWN_AT_MOST) }
}

type What = MirrorConflict['what']

const isAside = (what: What) => what === 'asideAbove' || what === 'asideUnknown'
const isUnwanted = (what: What) => what === 'aboveLevel' || what === 'unwanted' || isAside(what)

/** @throws AppError INVALID_INPUT */
async function overwrite(run: MirrorRun, path: string, what: What): Promise<void> {
  // it would stay in the folder, and the mirror would not know of it any more
  if (isUnwanted(what)) throw new AppError('INVALID_INPUT', NOT_SET_ASIDE)
  if (await tells(run, path)) throw new AppError('INVALID_INPUT', TELLS)
  const { id = null } = run.writer.conflicts.get(path) ?? {}
  await run.writer.setAside(path)
  if (id === null) run.againAttachments()
  else run.touch(id)
}

/** A text that somebody wrote, as it lies there now. */
async function tells({ plan, writer }: MirrorRun, path: string): Promise<boolean> {
  const size = (await writer.folder.seen(path))?.size
  if (size === undefined || !isMarkdown(path)) return false
  return size > MAX_FILE_BYTES || plan.tells(new TextDecoder().decode(await writer.folder.readFile(path)))
}

/** @throws AppError INVALID_INPUT */
async function remove(run: MirrorRun, path: string, what: What): Promise<void> {
  if (!isUnwanted(what)) throw new AppError('INVALID_INPUT', 'Its record still has a file here. Set it aside instead.')
  // a file that is to have this name comes then
  const id = run.writer.conflicts.get(path)?.id
  await run.writer.remove(path)
  run.writer.ledger.dropAside(path)
  if (isAside(what) && id) run.touch(id)
}

const TELLS =
  'It names what is classified above the level of the mirror, and set aside it would stay in the folder. Take that out of the file, or move the file to another place.'
const NOT_SET_ASIDE =
  'Set aside, it would stay in the folder, and the mirror would not watch it any more. Take it in, move it, or remove it.'

interface TakingIn {
  readonly paths: readonly string[]
  readonly client: string
  readonly seen: string | null
  readonly whatOf: (path: string) => What
  readonly refuse: (path: string, reason: string) => void
}

/** One transaction. @returns its revision; null when nothing had to be written */
async function takeIn(
  { author, today }: Pick<ServiceContext, 'author' | 'today'>,
  open: OpenWorkspace,
  run: MirrorRun,
  { paths, client, seen, whatOf, refuse }: TakingIn,
): Promise<number | null> {
  const taken: { readonly path: string; readonly id: string; readonly hash: string; readonly update: Update | null }[] = []
  for (const path of paths) {
    await unlessRefused(path, refuse, async () => {
      const id = run.writer.conflicts.get(path)?.id ?? null
      const what = whatOf(path)
      if (id === null || (what !== 'edited' && what !== 'aboveLevel')) throw new AppError('INVALID_INPUT', NOT_TAKEN_IN[what])
      const found = await readEdited(open.workspace, run, path, id)
      if (seen !== null && seen !== found.seen) throw new AppError('CONFLICT', ANOTHER)
      taken.push({ path, id, hash: found.hash, update: await editedFields(open.workspace, run.plan, found.edited) })
    })
  }
  const done: typeof taken = []
  const work = async (transaction: Parameters<typeof updateRecord>[0]) => {
    for (const one of taken) {
      await unlessRefused(one.path, refuse, async () => {
        if (one.update)
          await updateRecord(transaction, one.update as Parameters<typeof updateRecord>[1], { index: open.index, today: today() })
        done.push(one)
      })
    }
  }
  const { commit } = taken.length === 0 ? { commit: null } : await open.change(author(), client, work, { kind: 'command' })
  for (const { path, id, hash } of done) {
    await run.writer.accept(path, hash)
    run.touch(id)
  }
  return commit?.revision ?? null
}

const NOT_TAKEN_IN = {
  edited: 'The files of records are not taken in. Attach it to its record here, or set it aside.',
  aboveLevel: 'It is not known which record it is of. Import it, or remove it.',
  unwanted: 'It is not known which record it is of. Import it, or remove it.',
  removed: 'The file was removed. Put the record into the trash here if it is to go, or write the file again.',
  asideAbove: 'It was set aside. Import it, or remove it.',
  asideUnknown: 'It was set aside. Import it, or remove it.',
  inTheWay: 'The mirror did not write this file. Import it, or set it aside.',
} as const

const ANOTHER = 'The file or its record was changed again since you looked at them. Look again what differs.'

/** One that cannot be taken in is named; the others go on. */
async function unlessRefused(path: string, refuse: TakingIn['refuse'], work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof Refusal)) throw error
    refuse(path, error.message)
  }
}
