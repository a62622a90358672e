import type { Localized } from './locale.ts';

/** Tools that are announced: what each will do, and what serves until then. A tool that is there leaves this list. */
export const ANNOUNCED_TOOLS: Record<
  string,
  { title: Localized; what: Localized; until: { path: string; label: Localized }[] }
> = {
  planner: {
    title: { 'zh-CN': '排期', en: 'Planner' },
    what: {
      'zh-CN': '从开业日往回排的工期工具正在做。各阶段和时限现在就能读。',
      en: 'The planner that works backward from the opening day is being built. Stages and time limits can be read now.',
    },
    until: [
      {
        path: 'handbook/complex/early-involvement/overview',
        label: { 'zh-CN': '前期介入总览', en: 'Early involvement' },
      },
      { path: 'handbook/platform/steps', label: { 'zh-CN': '平台工作步骤', en: 'Platform: four phases' } },
    ],
  },
};
