/** Places in which a page cannot hand over a file or print: browsers inside other apps, and the home screen of iOS. */
export type Place = 'wechat' | 'wecom' | 'dingtalk' | 'qq' | 'alipay' | 'feishu' | 'home-screen';

/** Of `navigator` only this. */
export interface SelfPortrait {
  readonly userAgent: string;
  /** Only Apple's browsers say this. Apps installed by others download and print, and do not. */
  readonly standalone?: boolean;
}

/** `QQ/` is the app; the browser of the same house is `MQQBrowser` and can do everything. */
const NAMES: readonly (readonly [RegExp, Place])[] = [
  // WeCom calls itself WeChat too, so it comes first.
  [/wxwork/i, 'wecom'],
  [/MicroMessenger/i, 'wechat'],
  [/DingTalk/i, 'dingtalk'],
  [/AlipayClient/i, 'alipay'],
  [/Lark\/|Feishu\//i, 'feishu'],
  [/\bQQ\//, 'qq'],
];

/** Where this page is shown, if downloads and printing do not work there. */
export function findPlace({ userAgent, standalone }: SelfPortrait): Place | undefined {
  return NAMES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? (standalone ? 'home-screen' : undefined);
}

/** All of them in one pattern, without regard to case. */
export const ANY_APP = NAMES.map(([pattern]) => pattern.source).join('|');
