/** What is told before a recovery of what it would keep, and after it of what has become of the records. */
import type { WorkspaceState } from '../../../shared/contract/app.ts'
import type { BackupInfo } from '../../../shared/contract/backups.ts'
import type { Workspace } from '../../workspace/port.ts'
import type { SalvageReport } from '../../workspace/recovery/salvage.ts'
import { salvageWords } from './salvage-words.ts'

export type Notice = Extract<WorkspaceState, { status: 'open' }>['notices'][number]

/** As many as the screen can use. */
const LISTED = 100

export type PlannedRescue = Pick<SalvageReport, 'records' | 'fellBack' | 'lost' | 'unnamed'>

export const plannedRescue = ({ records, fellBack, lost, unnamed }: SalvageReport): PlannedRescue => ({
  records,
  fellBack: fellBack.slice(0, LISTED),
  lost: lost.slice(0, LISTED),
  unnamed,
})

/** `workspace`: as it stands after the rescue. */
export function salvagedNotice(report: SalvageReport, workspace: Pick<Workspace, 'head'>): Notice {
  const heads = report.fellBack.flatMap(({ id }) => workspace.head(id) ?? [])
  const older = heads.filter(({ trashedAt }) => trashedAt === '')
  const trashed = heads.filter(({ trashedAt }) => trashedAt !== '')
  return {
    code: 'salvaged',
    message: salvageWords({ ...report, older, trashed }),
    records: heads.slice(0, LISTED).map(({ id, kind, title }) => ({ id, kind, title })),
  }
}

export const restoredNotice = ({ at, records }: BackupInfo): Notice => ({
  code: 'backupRestored',
  message:
    'What was saved after it is not in the workspace now. The files that were there before are kept in the workspace’s folder, in set-aside.',
  backup: { at, records },
})
