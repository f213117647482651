// What a framework's types are, where the framework is not installed: nothing.
import type {} from 'store-logout/jsx';

export const element: HTMLElement = document.createElement('store-logout');
