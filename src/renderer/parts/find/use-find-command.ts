import { useEffect } from 'react'
import { useOpenRecords } from '../../store/records.ts'
import { useCommand } from '../commands/commands.ts'
import { closeFind, openFind } from './find.ts'

/**
 * Answers the key from the moment on in which a record is chosen: while it is fetched it is looked at already, and the bar
 * comes with it. `isText` false: something else of it stands there.
 */
export function useFindCommand(id: string, isText: boolean): void {
  const isMissing = useOpenRecords((records) => records[id]?.error !== null && records[id]?.error !== undefined)
  const enabled = isText && !isMissing
  useCommand('record.find', () => openFind(id), { enabled })
  useEffect(() => (enabled ? () => closeFind(id) : undefined), [id, enabled])
}
