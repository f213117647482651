/** How the document arrived. */
export interface Arrival {
  /** Whether it came out of the HTTP cache. */
  readonly isFromCache: boolean;
  /** Whether the Back or Forward button brought it. */
  readonly isBack: boolean;
  /** Whether the page before it in this tab had prefetched it. Nobody knows when. */
  readonly isPrefetched: boolean;
  readonly isPrerendered: boolean;
}

/**
 * How the document arrived. After a reload it never counts as cached. Behind a service worker nobody can tell, and it does
 * not count as cached either.
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
