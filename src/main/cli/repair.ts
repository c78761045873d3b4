/** The commands that put files of a workspace in the place of others. They say what they would do until they are told to do it. */
import { planRollback, planSalvage, rollback, salvageWorkspace } from '../workspace/index.ts'
import type { SalvageReport } from '../workspace/index.ts'
import { authorOf, environmentOf, type Surroundings } from './surroundings.ts'

type Flags = ReadonlyMap<string, string>

export async function repair(folder: string, flags: Flags, here: Surroundings): Promise<0 | 1> {
  const environment = environmentOf(here, await authorOf(here))
  const isToBeDone = flags.has('yes')
  const report = await (isToBeDone ? salvageWorkspace : planSalvage)(folder, environment)
  if (flags.has('json')) here.print(`${JSON.stringify(report)}\n`)
  else here.print(inWords(report, isToBeDone))
  return report.damaged.length === 0 || report.changed ? 0 : 1
}

export async function takeBack(folder: string, flags: Flags, here: Surroundings): Promise<0 | 1> {
  const environment = environmentOf(here, await authorOf(here))
  if (flags.has('yes')) {
    const { from, setAside } = await rollback(folder, environment)
    here.print(`The files of ${from} stand again. What stood there is kept in ${setAside}.\n`)
    return 0
  }
  const from = await planRollback(folder, environment)
  here.print(`The files of ${from} would stand again, and everything that was changed since would be kept in set-aside/ only.\n${HOW_TO}`)
  return 1
}

const HOW_TO = 'Nothing was changed. Give --yes to do it.\n'

function inWords({ damaged, records, fellBack, lost, unnamed, setAside, changed }: SalvageReport, isToBeDone: boolean): string {
  if (damaged.length === 0) return `The workspace is sound: ${records} records. There is nothing to repair.\n`
  const lines = [
    ...lost.map(({ id, title }) => `lost: ${title || id}`),
    ...fellBack.map(({ id, title }) => `older version: ${title || id}`),
  ]
  if (unnamed > 0) lines.push(`${unnamed} damaged places do not tell which records they touch.`)
  lines.push(...damaged.map(({ file, reason }) => `damaged: ${file}: ${reason}`))
  lines.push(
    changed
      ? `The workspace was put together again: ${records} records. ${setAside === '' ? 'The damaged files lie beside the others.' : `The damaged files are kept in ${setAside}.`}`
      : `What can be read would be put together again: ${records} records. The damaged files would be kept in set-aside/.`,
  )
  return `${lines.join('\n')}\n${isToBeDone ? '' : HOW_TO}`
}
