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
  estimators: {
    title: { 'zh-CN': '测算', en: 'Estimators' },
    what: {
      'zh-CN':
        '物业费、收费奖罚、欠费提成、平台经费、车位、楼层布局、编制和用房的测算工具正在做。参数、公式和算例现在就能读。',
      en: 'Estimators for service fees, incentives, arrears commission, platform funding, parking, stacking, staffing and space are being built. Their parameters, formulas and examples can be read now.',
    },
    until: [
      { path: 'handbook/complex/charging', label: { 'zh-CN': '收费特点', en: 'Charging' } },
      { path: 'handbook/department/targets', label: { 'zh-CN': '收费任务与奖罚', en: 'Targets and incentives' } },
      { path: 'handbook/platform/funding', label: { 'zh-CN': '平台经费', en: 'Platform funding' } },
    ],
  },
};
