#!/usr/bin/env node
import { load } from "./load.mjs";

const { main } = await load("preview/cli.ts");
await main();
