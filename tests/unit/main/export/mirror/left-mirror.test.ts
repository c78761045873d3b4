import { describe, expect, it } from 'vitest'
import { exportMarkdown } from '../../../../../src/main/export/index.ts'
import { CHANGES } from '../../../../../src/main/export/mirror/ledger.ts'
import { MIRROR, MirroredWorkspace } from '../../../../support/mirrored-workspace.ts'
import { idOf, newNote } from '../../../../support/new-record.ts'

const intoMirror = ({ workspace, stick, attachments, options }: MirroredWorkspace, mirror?: string) =>
  exportMarkdown(workspace, MIRROR, { options, attachments, files: stick, mirror })

/** A mirror that has written more than its list of files says. */
async function written(): Promise<MirroredWorkspace> {
  const mirrored = await MirroredWorkspace.of([newNote(1, 'One'), newNote(2, 'Two')])
  await mirrored.mirror.update()
  await mirrored.change(idOf(1), { title: 'Renamed' })
  await mirrored.put(newNote(3, 'Three'))
  await mirrored.mirror.write()
  return mirrored
}

it('takes no export while it is on', async () => {
  const mirrored = await written()
  const before = await mirrored.stick.tree(MIRROR)
  await expect(intoMirror(mirrored, MIRROR)).rejects.toMatchObject({ code: 'NOT_EMPTY', message: expect.stringContaining('is a mirror') })
  expect(await mirrored.stick.tree(MIRROR)).toEqual(before)
})

describe('switched off while its folder was away', () => {
  it('takes an export, which knows what the mirror wrote, and leaves alone what was edited', async () => {
    const mirrored = await written()
    mirrored.stick.put(`${MIRROR}/Notes/Two.md`, Buffer.from('Mine.'))
    await mirrored.change(idOf(3), { title: 'Fourth' })
    expect(await intoMirror(mirrored, '/stick/Another')).toMatchObject({ kept: ['Notes/Two (edited).md'], removed: 1 })
    expect(await mirrored.stick.tree(MIRROR)).toEqual({ ...(await mirrored.exported()), 'Notes/Two (edited).md': 'Mine.' })
  })

  it('keeps what it wrote when the export fails', async () => {
    const mirrored = await written()
    const before = await mirrored.stick.tree(MIRROR)
    mirrored.stick.inject({ at: 1, error: 'ENOSPC', forGood: false, only: ['write'] })
    await mirrored.change(idOf(3), { title: 'Fourth' })
    await expect(intoMirror(mirrored)).rejects.toMatchObject({ code: 'DISK_FULL' })
    expect(await mirrored.stick.tree(MIRROR)).toEqual(before)
    expect(before).toHaveProperty([CHANGES])
  })
})
