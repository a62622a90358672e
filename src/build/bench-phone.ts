/** A phone as the benches open it. A finger leaves no pointer behind that every frame would look for. */
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: 'zh-CN' };
