/** What the command line knows, in the words of `--help`. */
import { exportLanguages, exportLayouts, frontMatterStyles, linkStyles } from '../../shared/model/export-options.ts'
import { classifications } from '../../shared/model/vocabulary.ts'

export interface Flag {
  readonly name: string
  /** What stands after it; a flag without one is on or off. */
  readonly value?: string
  /** Of a flag with a value: it may be left out. */
  readonly optional?: boolean
  /** With it this parameter, or this flag, may be left out. */
  readonly spares?: string
  readonly help: string
}

export interface CommandUsage {
  readonly name: string
  /** What has to stand after the command, in order; the last takes all that follows when it ends with `…`. */
  readonly parameters: readonly string[]
  readonly flags: readonly Flag[]
  readonly summary: string
  readonly details: string
}

const json: Flag = { name: 'json', help: 'Print the result as JSON.' }
const help: Flag = { name: 'help', help: 'Print this help.' }

/** How records are written, for an export and a mirror. */
const exportFlags: readonly Flag[] = [
  { name: 'preset', value: 'PRESET', optional: true, help: 'obsidian (nothing is lost; the usual one) or plain (for readers).' },
  { name: 'layout', value: 'LAYOUT', optional: true, help: `Folders: ${exportLayouts.join(', ')}.` },
  { name: 'links', value: 'STYLE', optional: true, help: `${linkStyles.join(' or ')}.` },
  { name: 'front-matter', value: 'STYLE', optional: true, help: `${frontMatterStyles.join(' or ')}.` },
  { name: 'no-attachments', help: 'Leave files of records behind.' },
  { name: 'language', value: 'LANGUAGE', optional: true, help: `Of folders and headings: ${exportLanguages.join(', ')}.` },
  {
    name: 'up-to',
    value: 'LEVEL',
    optional: true,
    help: `What is classified higher leaves nothing behind: ${classifications.join(', ')}.`,
  },
]

export const commands: readonly CommandUsage[] = [
  {
    name: 'sample',
    parameters: ['DIR'],
    flags: [help],
    summary: 'Make the sample workspace in a new or empty folder.',
    details: 'The sample holds what two published articles say of a civil-service hub, and one invented meeting that is marked as such.',
  },
  {
    name: 'export',
    parameters: ['WORKSPACE'],
    flags: [
      { name: 'to', value: 'OUT', help: 'The folder to export to (required, unless nothing is to be written).' },
      ...exportFlags,
      { name: 'record', value: 'TITLE', optional: true, help: 'Only this record, by its title or id.' },
      { name: 'country', value: 'CODE', optional: true, help: 'Only the file of a country, such as KAZ.' },
      { name: 'search', value: 'WORDS', optional: true, help: 'Only what this search finds.' },
      { name: 'report', help: 'Write EXPORT.md beside the files: what was written, and the proof.' },
      { name: 'dry-run', spares: '--to', help: 'Only say what would be written.' },
      json,
      help,
    ],
    summary: 'Write records as markdown files, and read them back.',
    details:
      'OUT is made when it is missing. When it holds an earlier export of the same records of the same workspace, only what changed is written; anything else there is refused. Records in the trash are left out. Every file is read back and compared before it is put in place; ends with 1 when something was lost or could not be read.',
  },
  {
    name: 'mirror',
    parameters: ['WORKSPACE'],
    flags: [{ name: 'to', value: 'OUT', help: 'The folder to keep equal to the workspace (required).' }, ...exportFlags, json, help],
    summary: 'Bring a folder to what the workspace holds, file by file.',
    details:
      'Writes only what has changed, removes what it wrote and is gone, and touches no file that it did not write. What somebody edited in the folder is left and named; ends with 1 then. Needs the workspace for itself, so that no window writes the same folder.',
  },
  {
    name: 'import',
    parameters: ['WORKSPACE', 'FROM'],
    flags: [
      {
        name: 'mapping',
        value: 'FILE',
        optional: true,
        help: 'How files of other programs become records: JSON as --dry-run --json prints it, or the word proposed. Without it they become notes.',
      },
      { name: 'dry-run', help: 'Only say what would become of each file.' },
      json,
      help,
    ],
    summary: 'Take in a folder or zip file of markdown.',
    details:
      'An export of Rapporteur comes back as it was; vaults of Obsidian, exports of Joplin and plain folders as the mapping says. All in one step, after a backup; files that cannot be taken are named.',
  },
  {
    name: 'search',
    parameters: ['WORKSPACE', 'WORDS…'],
    flags: [
      {
        name: 'sort',
        value: 'ORDER',
        optional: true,
        help: 'All kinds in one order: relevance, newest, oldest, title or updated.',
      },
      json,
      help,
    ],
    summary: 'Find records, the best first.',
    details:
      'Every word has to begin a word of the record, in any order and in any spelling of a name; docs/search.md describes the language (kind:contact country:KAZ "in these words" -not). Prints kind, title and detail, parted by tabs. What begins with - goes after --.',
  },
  {
    name: 'check',
    parameters: ['WORKSPACE'],
    flags: [json, help],
    summary: 'Read everything in a workspace and say whether it is sound.',
    details: 'Writes nothing. Names the records that are touched. Ends with 1 when something is lost or cannot be read.',
  },
  {
    name: 'dump',
    parameters: ['WORKSPACE'],
    flags: [{ name: 'history', help: 'Print every version that is kept, the oldest first.' }, help],
    summary: 'Print every record as a line of JSON.',
    details:
      'Reads the segments alone, so it works where the manifest or the derived files are damaged or gone. Records in the trash are printed, erased ones are not. Ends with 1 when something could not be read.',
  },
  {
    name: 'repair',
    parameters: ['WORKSPACE'],
    flags: [{ name: 'yes', help: 'Do it; without this it only says what it would do.' }, json, help],
    summary: 'Put a damaged workspace together again from what can be read.',
    details:
      'The latest version of each record that can be read is kept, with its history. The damaged files are moved to set-aside/ in the workspace; nothing is deleted. Names the records that fell back to an older version or are lost.',
  },
  {
    name: 'backup',
    parameters: ['WORKSPACE'],
    flags: [{ name: 'to', value: 'FOLDER', optional: true, help: 'A folder on another disk that gets this backup too.' }, json, help],
    summary: 'Make a backup of a workspace.',
    details: 'It lies in the folder of the workspace, and in its second place when it has one. Every copy is read back before it counts.',
  },
  {
    name: 'backups',
    parameters: ['WORKSPACE'],
    flags: [json, help],
    summary: 'List the backups of a workspace.',
    details: 'The latest first: name, place, records and why it was made. Works for a workspace that does not open.',
  },
  {
    name: 'restore',
    parameters: ['WORKSPACE', 'NAME'],
    flags: [
      { name: 'second', help: 'Take the backup from the second place.' },
      {
        name: 'into',
        value: 'FOLDER',
        optional: true,
        spares: 'NAME',
        help: 'Make the workspace anew in this new or empty folder; WORKSPACE is then the folder with the backups, and NAME may be left out for the latest.',
      },
      { name: 'yes', help: 'Do it; without this it only says what it would do.' },
      json,
      help,
    ],
    summary: 'Take a workspace back to a backup.',
    details:
      'Every record gets the state it had then as a new version, and what was made since goes to the trash; a backup of the present state is made first. In a workspace that is damaged the files of the backup take the place of those that are there, which are kept in set-aside/. With --into nothing but the backups is needed: every file is copied and read back, and files of records come along from a second place.',
  },
  {
    name: 'rollback',
    parameters: ['WORKSPACE'],
    flags: [{ name: 'yes', help: 'Do it; without this it only says what it would do.' }, help],
    summary: 'Take the upgrade of a workspace to this format back.',
    details:
      'The files of before the upgrade stand again, for the version of the application that wrote them. What was changed since is moved to set-aside/ in the workspace.',
  },
]

const synopsis = ({ name, parameters, flags }: CommandUsage): string =>
  [
    'rapporteur',
    name,
    ...parameters,
    ...flags
      .filter(({ value }) => value !== undefined)
      .map(({ name, value, optional }) => (optional === true ? `[--${name} ${value}]` : `--${name} ${value}`)),
  ].join(' ')

const table = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('')
}

export function generalHelp(): string {
  return `Rapporteur keeps what a secretariat knows: contacts, country notes, minutes and studies.

Usage:
${table(commands.map((command) => [synopsis(command), command.summary]))}
  rapporteur COMMAND --help   More about a command.
  rapporteur --version        The version.

Ends with 0 when all is well, 1 when something failed, 2 when the command line is not understood.
`
}

export function commandHelp(command: CommandUsage): string {
  const flags = command.flags.map(({ name, value, help: text }) => [`--${name}${value === undefined ? '' : ` ${value}`}`, text] as const)
  return `${synopsis(command)}

${command.summary} ${command.details}

${table(flags)}`
}
