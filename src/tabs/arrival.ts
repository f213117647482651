/** How the document arrived. It never counts as cached after a reload, nor behind a service worker: there nobody can tell. */
export function arrival() {
  const [navigation] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming & {
    deliveryType?: string;
  })[];
  const isReload = navigation?.type === 'reload';
  const isUnsent = navigation?.transferSize === 0 && navigation.workerStart === 0;
  return {
    isFromCache: isUnsent && !isReload,
    isBack: navigation?.type === 'back_forward',
    isPrefetched: navigation?.deliveryType === 'navigational-prefetch',
    isPrerendered: (document as Document & { prerendering?: boolean }).prerendering === true,
  };
}
