import { expect, test } from 'vitest';
import { findPlace } from '../../../src/domain/in-app.ts';
import { MARK_LIMITED } from '../../../src/enhance/mark-limited.ts';

/** What the script in the head of every page does with such a browser. */
function isMarked(navigator: { userAgent: string; standalone?: boolean }): boolean {
  const document = { documentElement: { dataset: {} } };
  new Function('navigator', 'document', MARK_LIMITED)(navigator, document);
  return 'limited' in document.documentElement.dataset;
}

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; V2309A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0 Mobile Safari/537.36';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15';

test.each([
  ['wechat', `${IPHONE} Mobile/15E148 MicroMessenger/8.0.54(0x18003632) NetType/WIFI Language/zh_CN`],
  ['wechat', `${ANDROID} XWEB/1260117 MMWEBSDK/20240801 MicroMessenger/8.0.53.2740(0x28003533) WeChat/arm64`],
  ['wecom', `${IPHONE} Mobile/15E148 wxwork/4.1.28 MicroMessenger/7.0.1 Language/zh`],
  ['dingtalk', `${IPHONE} Mobile/15E148 AliApp(DingTalk/7.6.25) com.laiwang.DingTalk/38 Channel/201200`],
  ['alipay', `${ANDROID} NebulaSDK/1.8 AliApp(AP/10.6.60) AlipayClient/10.6.60.8000 Language/zh-Hans`],
  ['qq', `${ANDROID} V1_AND_SQ_9.0.80_6680_YYB_D QQ/9.0.80.17605 NetType/WIFI WebP/0.4.1`],
  ['qq', `${IPHONE} Mobile/15E148 QQ/9.1.0.611 V1_IPH_SQ_9.1.0_1_APP_A`],
  ['feishu', `${IPHONE} Mobile/15E148 Lark/7.30.5 LarkLocale/zh_CN ChannelName/Feishu`],
])('%s has neither downloads nor printing', (place, userAgent) => {
  expect([findPlace({ userAgent }), isMarked({ userAgent })]).toEqual([place, true]);
});

test.each([
  ['Chrome on Android', ANDROID.replace('; wv', '')],
  ['the browser of the QQ house', `${ANDROID} MQQBrowser/15.2`],
  ['Safari on a phone', `${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`],
  ['Safari on a desk', MAC],
])('%s can do everything', (_, userAgent) => {
  for (const browser of [{ userAgent }, { userAgent, standalone: false }]) {
    expect([findPlace(browser), isMarked(browser)]).toEqual([undefined, false]);
  }
});

test('an app on the home screen of a phone or tablet of Apple is such a place', () => {
  const onHomeScreen = { userAgent: `${IPHONE} Mobile/15E148`, standalone: true };
  expect([findPlace(onHomeScreen), isMarked(onHomeScreen)]).toEqual(['home-screen', true]);
});
