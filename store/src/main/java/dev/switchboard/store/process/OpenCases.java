package dev.switchboard.store.process;

import dev.switchboard.engine.process.FlowKey;

/** How many open cases of a brand run on a version of a flow. */
public record OpenCases(String brand, FlowKey flow, int cases) {}
