/** How the document came to be on the page. */
export interface Arrival {
  /** Whether it came out of the HTTP cache, as it was when it was stored. */
  readonly isFromCache: boolean;
  /** Whether the Back or Forward button brought it. */
  readonly isBack: boolean;
  /** Whether it had been prefetched by the page before it in this tab, at a time that nobody knows. */
  readonly isPrefetched: boolean;
  readonly isPrerendered: boolean;
}

/**
 * How the document arrived. Where a service worker has answered, nobody can tell, and it does not count as cached. A
 * document that came of a reload is never from the cache.
 */
export function arrival(): Arrival {
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
    deliveryType?: string;
  })[];
  const isBack = navigation?.type === 'back_forward';
  const isReload = navigation?.type === 'reload';
  const isUnsent = navigation?.transferSize === 0 && navigation.workerStart === 0;
  return {
    isFromCache: isUnsent && !isReload,
    isBack,
    isPrefetched: navigation?.deliveryType === 'navigational-prefetch',
    isPrerendered: (document as Document & { prerendering?: boolean }).prerendering === true,
  };
}
