/** Every method of the contract with its handler. What the start can do without is loaded when it is asked for. */
import { attachmentMethods } from '../../shared/contract/attachments.ts'
import { attendanceMethods } from '../../shared/contract/attendance.ts'
import { backupMethods } from '../../shared/contract/backups.ts'
import { calendarMethods } from '../../shared/contract/calendar.ts'
import { exportMethods } from '../../shared/contract/export.ts'
import { handOverMethods } from '../../shared/contract/hand-over.ts'
import { historyMethods } from '../../shared/contract/history.ts'
import { importMethods } from '../../shared/contract/import.ts'
import type { AppHandlers } from '../../shared/contract/index.ts'
import { jobMethods } from '../../shared/contract/jobs.ts'
import { meetingMethods } from '../../shared/contract/meetings.ts'
import { mirrorMethods } from '../../shared/contract/mirror.ts'
import { participantMethods } from '../../shared/contract/participants.ts'
import { restoreMethods } from '../../shared/contract/restore.ts'
import { searchMethods } from '../../shared/contract/search.ts'
import { appService } from './app/app-service.ts'
import type { AttachmentParts } from './attachments/attachment-parts.ts'
import { contactsService } from './contacts/contacts-service.ts'
import { countriesService } from './countries/countries-service.ts'
import { foldersService } from './folders/folders-service.ts'
import { hostService } from './host/host-service.ts'
import type { ImportPlans } from './import/import-plans.ts'
import type { JobRunner } from './jobs/job-runner.ts'
import { later } from './later.ts'
import { linksService } from './links/links-service.ts'
import { listsService } from './lists/lists-service.ts'
import type { MirrorKeeper } from './mirror/mirror-keeper.ts'
import { recordsService } from './records/records-service.ts'
import { actionsService } from './actions/actions-service.ts'
import { decisionsService } from './decisions/decisions-service.ts'
import { todayService } from './today/today-service.ts'
import { undoService } from './undo/undo-service.ts'
import { workspaceService } from './workspace/workspace-service.ts'
import type { ServiceContext } from './service-context.ts'
import type { WorkspaceEnvironment } from '../workspace/environment.ts'
import { nodeFileSystem } from '../workspace/node-file-system.ts'

interface Parts {
  readonly context: ServiceContext
  readonly runner: JobRunner
  readonly environment: () => WorkspaceEnvironment
  readonly attachments: AttachmentParts
  readonly mirrors: MirrorKeeper
  readonly plans: ImportPlans
}

export function composeHandlers({ context, runner, environment, attachments, mirrors, plans }: Parts): AppHandlers {
  return {
    ...appService(context),
    ...workspaceService(context),
    ...foldersService(context),
    ...hostService(context),
    ...recordsService(context),
    ...undoService(context),
    ...later(historyMethods, async () => (await import('./history/history-service.ts')).historyService(context)),
    ...listsService(context),
    ...linksService(context),
    ...decisionsService(context),
    ...actionsService(context),
    ...countriesService(context),
    ...contactsService(context),
    ...todayService(context),
    ...later(meetingMethods, async () => (await import('./meetings/meetings-service.ts')).meetingsService(context)),
    ...later(searchMethods, async () => (await import('./search/search-service.ts')).searchService(context)),
    ...later(jobMethods, async () => (await import('./jobs/jobs-service.ts')).jobsService(runner)),
    ...later(exportMethods, async () => (await import('./export/export-service.ts')).exportService(context, runner)),
    ...later(handOverMethods, async () => (await import('./hand-over/hand-over-service.ts')).handOverService(context, attachments.copies)),
    ...later(importMethods, async () =>
      (await import('./import/import-service.ts')).importService({ context, runner, attachments, plans }),
    ),
    ...later(mirrorMethods, async () => (await import('./mirror/mirror-service.ts')).mirrorService(context, mirrors)),
    ...later(backupMethods, async () =>
      (await import('./backups/backups-service.ts')).backupsService(context, runner, nodeFileSystem, (open) =>
        attachments.keeper.storeOf(open),
      ),
    ),
    ...later(restoreMethods, async () => (await import('./restore/restore-service.ts')).restoreService(context, runner, environment)),
    ...later(participantMethods, async () => (await import('./participants/participants-service.ts')).participantsService(context)),
    ...later(attendanceMethods, async () => (await import('./attendance/attendance-service.ts')).attendanceService(context)),
    ...later(calendarMethods, async () => (await import('./icalendar/calendar-service.ts')).calendarService(context)),
    ...later(attachmentMethods, async () =>
      (await import('./attachments/attachments-service.ts')).attachmentsService(context, attachments),
    ),
  }
}
