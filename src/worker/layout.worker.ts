// Places the parts of large pictures with ELK. Of its own, because the library is large and a
// layout may take a while; it is started when the first large picture comes.

import { expose } from 'comlink';
import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { ElkLayout } from '../views/topology-elk.ts';
import type { LayoutService } from './protocol.ts';

const elk = new ELK();

const service: LayoutService = {
  layout: async (input) => (await elk.layout(structuredClone(input) as ElkNode)) as ElkLayout,
};

expose(service);
