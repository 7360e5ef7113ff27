// The names of the stages that can be printed, apart from the stages, so that help costs no engine.

export const stageNames = ['tokens', 'ast', 'types', 'ir', 'trace', 'world'] as const;
export type StageName = (typeof stageNames)[number];
