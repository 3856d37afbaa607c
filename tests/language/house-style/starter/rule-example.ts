/** A rule's id; a text with what it must find in [brackets]; the fix that it must offer; a text that it must leave alone. */
export type RuleExample = readonly [id: string, finds: string, fix: string | null, leaves: string]
