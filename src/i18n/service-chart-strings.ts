import type { Localized } from './locale.ts';

/** Words of the two charts of a service. What each step checks is common practice, the same for every service. */
export const SERVICE_CHART = {
  flow: { 'zh-CN': '服务流程图', en: 'Flow of the service' },
  control: { 'zh-CN': '内部流程控制图', en: 'Internal control' },
  controlled: { 'zh-CN': '内部控制', en: 'Internal control' },
  apply: { 'zh-CN': '申请', en: 'Apply' },
  result: { 'zh-CN': '得到结果', en: 'Get the result' },
  toFill: { 'zh-CN': '由本单位填写', en: 'For your organisation to fill in' },
  limit: { 'zh-CN': '时限：{text}', en: 'Time limit: {text}' },
  overdue: { 'zh-CN': '超期：{text}', en: 'When overdue: {text}' },
  accept: { 'zh-CN': '受理', en: 'Accept' },
  handle: { 'zh-CN': '承办', en: 'Handle' },
  review: { 'zh-CN': '审核', en: 'Review' },
  approve: { 'zh-CN': '批准', en: 'Approve' },
  conclude: { 'zh-CN': '办结', en: 'Conclude' },
  checkAccept: { 'zh-CN': '查：材料齐不齐，该不该本单位办', en: 'Check: papers complete, and ours to handle' },
  checkHandle: { 'zh-CN': '查：情况属实，没有超时', en: 'Check: facts true, within time' },
  checkReview: {
    'zh-CN': '查：依据和程序；不对退回承办',
    en: 'Check: grounds and procedure; if wrong, back to handling',
  },
  checkApprove: { 'zh-CN': '查：有权批；不批写明理由', en: 'Check: power to approve; reasons if refused' },
  checkConclude: { 'zh-CN': '查：已告知、已归档', en: 'Check: applicant told, case filed' },
  samePost: { 'zh-CN': '与上一步同岗：换一个人查', en: 'Same post as before: another person checks' },
} as const satisfies Record<string, Localized>;
