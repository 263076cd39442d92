// Makes this process able to load the preview of a stack fast.
require("./typescript.cjs").loadPulumi();
