#!/usr/bin/env node
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
require("./load.cjs");
require("../preview/cli.ts");
