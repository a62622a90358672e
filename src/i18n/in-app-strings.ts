import type { Localized } from './locale.ts';

/** Words for places where a page cannot download or print. */
export const IN_APP = {
  wechat: { 'zh-CN': '微信', en: 'WeChat' },
  wecom: { 'zh-CN': '企业微信', en: 'WeCom' },
  dingtalk: { 'zh-CN': '钉钉', en: 'DingTalk' },
  qq: { 'zh-CN': 'QQ', en: 'QQ' },
  alipay: { 'zh-CN': '支付宝', en: 'Alipay' },
  feishu: { 'zh-CN': '飞书', en: 'Feishu' },
  'home-screen': { 'zh-CN': '主屏幕上的应用', en: 'an app on the home screen' },
  why: {
    'zh-CN': '{app}里的网页不能下载，也不能打印，所以下面的按钮改为分享或复制。',
    en: 'Pages inside {app} can neither download nor print, so the buttons below share or copy instead.',
  },
  keeps: {
    'zh-CN': '在这里记下的内容存在{app}里，清理它的缓存可能一起删掉；换到浏览器看不到，要先把项目文件分享过去。',
    en: 'What you enter here is kept inside {app} and may go when its cache is cleared; a browser does not see it until you share the project file.',
  },
  whyPrint: {
    'zh-CN': '{app}里的网页不能打印。请复制网址，到浏览器里打开再打印。',
    en: 'Pages inside {app} cannot print. Copy the address and print from a browser.',
  },
  whyFile: {
    'zh-CN': '{app}里的网页不能下载“{file}”。可以这样拿走：',
    en: 'Pages inside {app} cannot download “{file}”. Take it this way:',
  },
  onlyBrowser: {
    'zh-CN': '这里也不能分享这种文件。请导出 CSV 或 JSON 来复制，或者在浏览器里打开本页。',
    en: 'This kind of file cannot be shared here either. Export CSV or JSON to copy it, or open the page in a browser.',
  },
  howToOpen: {
    'zh-CN': '打开浏览器：点右上角“…”或“⋯”，选“在浏览器打开”；没有这一项就复制网址，粘贴到浏览器。',
    en: 'To reach a browser, choose “Open in browser” from the “…” menu; if it is not there, copy the address and paste it.',
  },
  howFromHome: {
    'zh-CN': '打开浏览器：复制网址，粘贴到 Safari。',
    en: 'To reach a browser, copy the address and paste it in Safari.',
  },
  longPress: { 'zh-CN': '长按图片保存。', en: 'Press and hold the picture to save it.' },
  share: { 'zh-CN': '分享文件', en: 'Share the file' },
  copy: { 'zh-CN': '复制内容', en: 'Copy the content' },
  copyAddress: { 'zh-CN': '复制网址', en: 'Copy the address' },
  copied: { 'zh-CN': '已复制。', en: 'Copied.' },
  copyByHand: {
    'zh-CN': '不能自动复制：长按选中，再复制。',
    en: 'Copying was refused: press and hold to select, then copy.',
  },
  toCopy: { 'zh-CN': '要复制的内容', en: 'To be copied' },
  close: { 'zh-CN': '关闭', en: 'Close' },
  fileLabel: { 'zh-CN': '{label}（分享或复制）', en: '{label} (share or copy)' },
  printLabel: { 'zh-CN': '{label}（到浏览器里）', en: '{label} (in a browser)' },
} as const satisfies Record<string, Localized>;
