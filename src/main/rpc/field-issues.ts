/** What a schema found wrong, in the words of the contract: one entry a field, with a path such as `patch.posts.0.from`. */
import type { FieldIssue } from '../../shared/errors.ts'
import type { z } from '../../shared/model/zod.ts'

const MAX_ISSUES = 50
const MAX_PATH = 200
const MAX_SENTENCE = 300

type Path = readonly PropertyKey[]

const short = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

/** A path as text. */
export const pathText = (path: Path): string => short(path.map(String).join('.'), MAX_PATH)

const problemOf = (issue: z.core.$ZodIssue): string => {
  const own: unknown = issue.code === 'custom' ? issue.params?.['problem'] : undefined
  return typeof own === 'string' ? own : issue.code
}

/** A union says what its first alternative says: they are written with the real form first and "not given" last. */
function flatten(issue: z.core.$ZodIssue, before: Path): FieldIssue[] {
  const path = [...before, ...issue.path]
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find((errors) => errors.length > 0)
    if (branch) return branch.flatMap((inner) => flatten(inner, path))
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, MAX_ISSUES)
      .map((key) => ({ path: pathText([...path, key]), problem: 'unrecognized_keys', message: `There is no field ${short(key, 80)}.` }))
  }
  return [{ path: pathText(path), problem: problemOf(issue), message: short(issue.message, MAX_SENTENCE) }]
}

export const fieldIssues = (error: z.core.$ZodError): FieldIssue[] =>
  error.issues
    .slice(0, MAX_ISSUES)
    .flatMap((issue) => flatten(issue, []))
    .slice(0, MAX_ISSUES)
