package dev.switchboard.engine.process;

/**
 * What is wrong with a flow.
 *
 * @param path where, as keys with dots between: {@code steps.queue.next.claims}
 * @param what a sentence without a full stop: what is wrong, what to do
 */
public record FlowMistake(String path, String what) {}
