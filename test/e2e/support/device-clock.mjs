/**
 * Runs in every page, before the library: the device's clock is as many milliseconds ahead as the tab's storage says,
 * at every moment.
 */
export function deviceClock() {
  const Real = Date;
  /** @type {Storage} */
  let storage;
  try {
    storage = sessionStorage;
  } catch {
    return;
  }
  if (storage.getItem('ahead') === null) return;
  const ahead = () => Number(storage.getItem('ahead'));
  const timeOrigin = performance.timeOrigin + ahead();
  Object.defineProperty(performance, 'timeOrigin', { value: timeOrigin });
  window.Date = new Proxy(Real, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length ? args : [Real.now() + ahead()], self),
    get: (target, name) => (name === 'now' ? () => Real.now() + ahead() : Reflect.get(target, name)),
  });
}
