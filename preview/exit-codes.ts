/** What the command line answers with. */
export const exitCodes = { clean: 0, findings: 1, badInput: 2 } as const;
