import type { Localized } from './locale.ts';

/** Tools that are announced: what each will do, and what serves until then. A tool that is there leaves this list. */
export const ANNOUNCED_TOOLS: Record<
  string,
  { title: Localized; what: Localized; until: { path: string; label: Localized }[] }
> = {
  projects: {
    title: { 'zh-CN': '我的项目', en: 'My projects' },
    what: {
      'zh-CN': '这里会有项目总览：进度、逾期和未关闭的问题。现在，项目在每份清单的页首选择、新建、导出和打开。',
      en: 'An overview of projects will stand here: progress, overdue items, open problems. For now you choose, create, export and open projects at the head of every checklist.',
    },
    until: [{ path: 'checklists', label: { 'zh-CN': '去清单', en: 'Go to the checklists' } }],
  },
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
