/** The elements that a rendered text may hold. Read in the worker, which shows other tags as text, and by the sanitiser. */
export const allowedTags: readonly string[] =
  `a abbr b blockquote br caption cite code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre
  q s small span strong sub summary sup table tbody td tfoot th thead tr u ul`.split(/\s+/)

const allowed: ReadonlySet<string> = new Set(allowedTags)

/** True for a piece of HTML that holds nothing but elements of the list; comments, declarations and the like are none. */
export function isPlainHtml(html: string): boolean {
  for (const [, name = ''] of html.matchAll(/<\/?([a-z][^\s/>]*)?/gi)) if (!allowed.has(name.toLowerCase())) return false
  return true
}
