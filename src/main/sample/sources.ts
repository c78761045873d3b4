/** The files of resources/sample, as the bundler hands them over. */
import additions from '../../../resources/sample/additions.json' with { type: 'json' }
import facts from '../../../resources/sample/facts.json' with { type: 'json' }

const bodies: Readonly<Record<string, string>> = import.meta.glob<string>('../../../resources/sample/bodies/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** A body by its file name without ending. */
export function sampleBody(name: string): string {
  const body = bodies[`../../../resources/sample/bodies/${name}.md`]
  if (body === undefined) throw new Error(`resources/sample/bodies has no ${name}.md`)
  return body
}

export { additions, facts }
