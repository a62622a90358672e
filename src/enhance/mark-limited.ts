import { ANY_APP } from '../domain/in-app.ts';

/**
 * A script for the head of every page. Where downloads and printing do not work it marks the root with `data-limited`, so that nobody
 * else has to carry the patterns; who finds the mark fetches what works instead.
 */
export const MARK_LIMITED = `if(navigator.standalone||/${ANY_APP}/i.test(navigator.userAgent))document.documentElement.dataset.limited="";`;
