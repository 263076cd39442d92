import { platform } from "./platform";
import { loadSettings } from "./settings";

/** The program that `pulumi up` runs: one stack, as its configuration describes it. */
export = () => platform(loadSettings());
