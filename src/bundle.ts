// The self-contained file for pages without a bundler: registers the tags and exports everything.
import './define.js';

export * from './index.js';
