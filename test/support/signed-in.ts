import { Simulators } from './simulators.js';

/** A store of Commerce Engine's in which a shopper is signed in, for tests that are not about a platform. */
export interface SignedIn {
  readonly simulators: Simulators;
  readonly baseUrl: string;
  readonly settings: { readonly platform: string; readonly baseUrl: string };
  /** The logout requests that the server has seen. */
  requests(): Promise<number>;
  isAlive(): Promise<boolean>;
}

export async function signIn(): Promise<SignedIn> {
  const simulators = await Simulators.open();
  await simulators.signIn('commerce-engine');
  const baseUrl = `${simulators.root}/commerce-engine/api/v1/demo-store/storefront`;
  return {
    simulators,
    baseUrl,
    settings: { platform: 'commerce-engine', baseUrl },
    requests: async () => (await simulators.log()).filter(({ path }) => path.endsWith('/logout')).length,
    isAlive: () => simulators.isAlive('commerce-engine'),
  };
}
