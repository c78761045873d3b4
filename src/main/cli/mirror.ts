/** A folder brought to what the workspace holds, once: what a schedule calls. */
import { resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { exportDisk } from '../export/export-disk.ts'
import { Mirror } from '../export/mirror/mirror.ts'
import { prepareMirror } from '../export/mirror/mirror-place.ts'
import { AttachmentStore } from '../workspace/attachments/attachment-store.ts'
import type { Workspace } from '../workspace/port.ts'
import { exportOptionsOf, openWhole } from './export.ts'
import type { Surroundings } from './surroundings.ts'

type Flags = ReadonlyMap<string, string>

const words = {
  edited: 'was edited in the folder',
  aboveLevel: 'was edited in the folder, its record is above the level now,',
  unwanted: 'was edited in the folder, is none of the mirror’s any more,',
  removed: 'was removed from the folder',
  inTheWay: 'is not the mirror’s',
  asideAbove: 'was set aside, its record is above the level now,',
  asideUnknown: 'was set aside, whose it is is not known any more,',
} as const

/** `workspace` is open for writing, so that no window mirrors it meanwhile. It is closed in any case. */
export async function mirrorTo(source: string, workspace: Workspace, flags: Flags, here: Surroundings): Promise<number> {
  const open = await openWhole(source, workspace, here)
  try {
    const folder = resolve(here.cwd, flags.get('to') ?? '')
    const options = exportOptionsOf(flags)
    await prepareMirror({ disk: exportDisk, folder, id: workspace.info.id, options })
    const mirror = new Mirror(
      { folder, options, when: 'command' },
      {
        workspace,
        index: open.index,
        attachments: new AttachmentStore(source),
        disk: exportDisk,
        clock: here.clock,
        timer: null,
        log: { error: ({ message }) => here.complain(message), info: () => undefined },
        version: here.version,
        onChange: () => {
          const { progress } = mirror.standing
          if (progress) here.progress(progress.done, progress.total)
        },
      },
    )
    const stop = () => void mirror.stop()
    here.signal.addEventListener('abort', stop, { once: true })
    await mirror.update()
    here.signal.removeEventListener('abort', stop)
    const { problem } = mirror.standing
    const { conflicts } = mirror
    const files = mirror.run?.writer.ledger.files.size ?? 0
    await mirror.stop()
    if (here.signal.aborted)
      throw new AppError('CANCELLED', 'The mirror was stopped. What it has written is right; the rest is written the next time.')
    if (problem) throw new AppError(problem.code, problem.message)
    if (flags.has('json'))
      here.print(`${JSON.stringify({ location: folder, files, conflicts: conflicts.map(({ path, what }) => ({ path, what })) })}\n`)
    else here.print(`${folder} holds what the workspace holds: ${files} files.\n`)
    for (const { path, what } of conflicts) here.complain(`${path} ${words[what]} and was left as it is.`)
    return conflicts.length > 0 ? 1 : 0
  } finally {
    await open.close()
  }
}
