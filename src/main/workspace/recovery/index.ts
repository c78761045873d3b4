/** What can be done for a workspace that does not open, and for who wants to read it without the application. */
export type { DumpOptions, DumpReport } from './dump-records.ts'
export { dumpRecords } from './dump-records.ts'
export { restorePrevious } from './restore-previous.ts'
export type { RollbackReport } from './rollback.ts'
export { planRollback, rollback } from './rollback.ts'
export type { SalvageReport } from './salvage.ts'
export { planSalvage, salvageWorkspace } from './salvage.ts'
