import type { Localized } from './locale.ts';

/** Tools that are announced: what each will do, and what serves until then. A tool that is there leaves this list. */
export const ANNOUNCED_TOOLS: Record<
  string,
  { title: Localized; what: Localized; until: { path: string; label: Localized }[] }
> = {
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
  'fit-out': {
    title: { 'zh-CN': '装修工作台', en: 'Fit-out desk' },
    what: {
      'zh-CN': '按租户列资料、按规则核图纸的工作台正在做。规则和报审清单现在就能用。',
      en: 'The desk that lists a tenant’s documents and checks a design against the rules is being built. The rules and the submissions checklist serve now.',
    },
    until: [
      { path: 'handbook/complex/fit-out/design-rules', label: { 'zh-CN': '装修设计规则', en: 'Design rules' } },
      { path: 'checklists/fit-out-submissions', label: { 'zh-CN': '报审资料清单', en: 'Submissions checklist' } },
    ],
  },
};
