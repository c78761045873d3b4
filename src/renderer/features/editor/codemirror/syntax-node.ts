import type { syntaxTree } from '@codemirror/language'

type Tree = ReturnType<typeof syntaxTree>
/** A node as a walk over the syntax tree shows it. */
export type SyntaxNodeRef = Parameters<Parameters<Tree['iterate']>[0]['enter']>[0]
